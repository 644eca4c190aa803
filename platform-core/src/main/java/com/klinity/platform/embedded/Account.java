package com.klinity.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * The operating system's account of this process.
 *
 * @param principal owner of the files that the process makes
 * @param uid its number; 0 is root
 */
record Account(UserPrincipal principal, int uid) {
    /** Asks the kernel by making a file: {@code user.name} may be forged or unknown, and {@code HOME} unset. */
    static Account ofThisProcess(Path writable) throws IOException {
        Path probe = Files.createTempFile(writable, "owner-", "");
        try {
            return new Account(Files.getOwner(probe), uidOf(probe));
        } finally {
            Files.delete(probe);
        }
    }

    static int uidOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    boolean isRoot() {
        return uid == 0;
    }
}
