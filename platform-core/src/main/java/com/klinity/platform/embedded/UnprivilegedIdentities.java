package com.klinity.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways out of root that this machine may offer, best first. Whether one works only a trial tells. */
final class UnprivilegedIdentities {
    private static final Path ACCOUNTS = Path.of("/etc/passwd");
    private static final List<String> PREFERRED_USERS = List.of("postgres", "nobody");

    private UnprivilegedIdentities() {}

    static List<ServerIdentity> forRoot(Account root) throws IOException {
        List<ServerIdentity> candidates = new ArrayList<>();
        // In a user namespace without a mapping the process is nobody to itself and has no privilege outside,
        // yet it still owns root's files: nothing needs another owner.
        SystemProgram.find("unshare")
                .ifPresent(unshare -> candidates.add(new ServerIdentity(
                        "unshare --user", List.of(unshare, "--user", "--"), root.principal(), false)));
        candidates.addAll(asAnotherUser());
        return candidates;
    }

    static List<ServerIdentity> asAnotherUser() throws IOException {
        List<ServerIdentity> candidates = new ArrayList<>();
        for (String user : PREFERRED_USERS) {
            Optional<String> group = primaryGroup(user);
            if (group.isPresent()) {
                addSetpriv(candidates, user, group.get());
                addRunuser(candidates, user);
            }
        }
        return candidates;
    }

    private static void addSetpriv(List<ServerIdentity> candidates, String user, String group) throws IOException {
        Optional<String> setpriv = SystemProgram.find("setpriv");
        if (setpriv.isPresent()) {
            candidates.add(anotherUser(
                    "setpriv", user, List.of(setpriv.get(), "--reuid", user, "--regid", group, "--clear-groups")));
        }
    }

    private static void addRunuser(List<ServerIdentity> candidates, String user) throws IOException {
        Optional<String> runuser = SystemProgram.find("runuser");
        if (runuser.isPresent()) {
            candidates.add(anotherUser("runuser", user, List.of(runuser.get(), "-u", user, "--")));
        }
    }

    private static ServerIdentity anotherUser(String way, String user, List<String> prefix) throws IOException {
        return new ServerIdentity(
                way + " to " + user,
                prefix,
                ACCOUNTS.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user),
                true);
    }

    private static Optional<String> primaryGroup(String user) throws IOException {
        if (!Files.isReadable(ACCOUNTS)) {
            return Optional.empty();
        }
        return Files.readAllLines(ACCOUNTS, StandardCharsets.ISO_8859_1).stream()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length > 3 && fields[0].equals(user))
                .map(fields -> fields[3])
                .findFirst();
    }
}
