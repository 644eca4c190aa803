package com.klinity.platform.embedded;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways out of root; only root needs them. */
class IdentityTest {
    @TempDir
    static Path shared;

    private static int number;

    private Path directory = Path.of("");

    @BeforeEach
    void onlyAsRoot() throws IOException {
        directory = Files.createDirectory(shared.resolve("test" + number++));
        assumeTrue(Account.ofThisProcess(directory).isRoot(), "root alone needs another identity");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void without_user_namespaces_the_server_runs_as_another_user() throws IOException, SQLException {
        List<ServerIdentity> others = UnprivilegedIdentities.asAnotherUser();
        assumeTrue(!others.isEmpty(), "the system has a user to run as");
        try (EmbeddedPostgres server = start(others)) {
            long pid = TestServers.postmaster(data());
            assertAll(
                    () -> assertNotEquals(0, Account.uidOf(Path.of("/proc", Long.toString(pid)))),
                    () -> assertEquals("1", TestServers.ask(server, "SELECT 1")),
                    () -> assertEquals(0, Account.uidOf(data().resolve("credentials.properties"))),
                    () -> assertEquals("rwx------", permissions(data().resolve("server"))),
                    () -> assertEquals("rwx--x--x", permissions(data())));
        }
    }

    @Test
    void data_moves_from_one_identity_to_another() throws IOException, SQLException {
        List<ServerIdentity> others = UnprivilegedIdentities.asAnotherUser();
        assumeTrue(!others.isEmpty(), "the system has a user to run as");
        try (EmbeddedPostgres server = start(others)) {
            TestServers.execute(server, DatabaseRole.OWNER, "klinity", "CREATE TABLE kept AS SELECT 'data' AS value");
        }
        List<ServerIdentity> usual = UnprivilegedIdentities.forRoot(Account.ofThisProcess(directory));
        try (EmbeddedPostgres server = start(usual)) {
            assertEquals("data", TestServers.ask(server, "SELECT value FROM kept"));
        }
    }

    @Test
    void root_itself_is_found_not_to_work() {
        EmbeddedPostgresException refusal = assertThrows(
                EmbeddedPostgresException.class,
                () -> start(List.of(ServerIdentity.sameAs(Account.ofThisProcess(directory)))));
        assertAll(
                () -> assertEquals(Code.NO_UNPRIVILEGED_IDENTITY, refusal.code()),
                () -> assertTrue(refusal.getMessage().contains("cannot be run as root"), refusal.getMessage()),
                () -> assertTrue(refusal.getMessage().contains("start this program as an ordinary user")),
                () -> assertEquals(1, refusal.getMessage().lines().count()));
    }

    @Test
    void a_user_who_cannot_reach_the_data_is_found_not_to_work() throws IOException {
        List<ServerIdentity> others = UnprivilegedIdentities.asAnotherUser();
        Files.createDirectories(data());
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        EmbeddedPostgresException refusal = assertThrows(EmbeddedPostgresException.class, () -> start(others));
        assertEquals(Code.NO_UNPRIVILEGED_IDENTITY, refusal.code());
    }

    private EmbeddedPostgres start(List<ServerIdentity> identities) {
        EmbeddedPostgresSettings settings =
                EmbeddedPostgresSettings.disposable(data(), TestServers.archive(), shared.resolve("binaries"));
        return new ServerStarter(settings, root -> identities).start();
    }

    private Path data() {
        return directory.resolve("data");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
