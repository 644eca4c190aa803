package com.klinity.platform.embedded;

import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/**
 * As whom PostgreSQL's programs run.
 *
 * @param description for the log and for messages
 * @param prefix command put before the program; empty to run it as this process
 * @param fileOwner who must own the server's files
 * @param isAnotherUser whether that owner differs from this process's account
 */
record ServerIdentity(String description, List<String> prefix, UserPrincipal fileOwner, boolean isAnotherUser) {
    ServerIdentity {
        prefix = List.copyOf(prefix);
    }

    static ServerIdentity sameAs(Account account) {
        return new ServerIdentity("the present user", List.of(), account.principal(), false);
    }
}
