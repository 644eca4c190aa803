package com.klinity.platform.embedded;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second start on the same data directory does. */
class RestartTest {
    private static final int PORTS = 3;

    @TempDir
    Path directory;

    private Path credentials;

    @BeforeEach
    void makeServerWithData() throws SQLException {
        credentials = directory.resolve("credentials.properties");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(TestServers.disposable(directory))) {
            TestServers.execute(server, DatabaseRole.OWNER, "klinity", "CREATE TABLE kept AS SELECT 'data' AS value");
        }
    }

    @Test
    void the_data_is_there() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            assertEquals("data", TestServers.ask(server, "SELECT value FROM kept"));
        }
    }

    @Test
    void the_passwords_stay() throws IOException {
        String before = Files.readString(credentials);
        start().close();
        assertEquals(before, Files.readString(credentials));
    }

    @Test
    void settings_left_by_somebody_do_not_open_the_server() throws IOException, SQLException {
        Path data = directory.resolve("server/data");
        Files.writeString(data.resolve("postgresql.auto.conf"), "listen_addresses = '*'\n");
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 0.0.0.0/0 trust\n");
        try (EmbeddedPostgres server = start()) {
            assertEquals("127.0.0.1", TestServers.ask(server, "SHOW listen_addresses"));
            assertEquals(
                    "scram-sha-256",
                    TestServers.ask(server, "SELECT string_agg(auth_method, ',') FROM pg_hba_file_rules"));
        }
    }

    @Test
    void roles_and_the_main_database_that_a_kill_left_unmade_are_made() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            String bareUrl = server.cluster().createDatabase("bystander");
            server.cluster().dropDatabase("klinity");
            RoleCredentials superuser = server.cluster().credentials(DatabaseRole.SUPERUSER);
            try (var connection = DriverManager.getConnection(bareUrl, superuser.username(), superuser.password());
                    var statement = connection.createStatement()) {
                statement.execute("DROP OWNED BY klinity_retention; DROP ROLE klinity_retention");
            }
        }
        try (EmbeddedPostgres server = start()) {
            assertEquals(
                    "klinity_retention",
                    TestServers.ask(server, DatabaseRole.RETENTION, "klinity", "SELECT current_user"));
        }
    }

    @Test
    void a_role_that_was_given_more_than_it_should_have_loses_it() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            TestServers.execute(
                    server,
                    DatabaseRole.SUPERUSER,
                    "klinity",
                    "ALTER ROLE klinity_app SUPERUSER CREATEROLE BYPASSRLS PASSWORD 'guessable'");
        }
        try (EmbeddedPostgres server = start()) {
            assertEquals(
                    "f",
                    TestServers.ask(
                            server,
                            DatabaseRole.APP,
                            "klinity",
                            "SELECT rolsuper OR rolcreaterole OR rolbypassrls FROM pg_roles "
                                    + "WHERE rolname = current_user"));
        }
    }

    @Test
    void a_mangled_credentials_file_is_named_with_what_to_do() throws IOException {
        Files.writeString(credentials, Files.readString(credentials).substring(0, 150));
        EmbeddedPostgresException refusal = assertRefused(Code.CREDENTIALS_UNUSABLE);
        assertTrue(refusal.getMessage().contains("restore it from a backup"), refusal.getMessage());
    }

    @Test
    void a_binary_credentials_file_is_named_without_quoting_it() throws IOException {
        Files.write(credentials, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        EmbeddedPostgresException refusal = assertRefused(Code.CREDENTIALS_UNUSABLE);
        assertNull(refusal.getCause());
    }

    @Test
    void a_missing_credentials_file_is_not_made_anew_beside_existing_data() throws IOException {
        Files.delete(credentials);
        assertRefused(Code.CREDENTIALS_UNUSABLE);
        assertFalse(Files.exists(credentials));
    }

    @Test
    void credentials_of_another_server_are_refused_and_the_server_is_stopped() throws IOException {
        Files.writeString(credentials, Files.readString(credentials).replaceAll("(?m)=.{4}", "=AAAA"));
        assertRefused(Code.CREDENTIALS_REJECTED);
        assertFalse(Files.exists(directory.resolve("server/data/postmaster.pid")));
    }

    @Test
    void loose_permissions_of_the_credentials_file_are_tightened() throws IOException {
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-r--r--"));
        start().close();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)));
    }

    @Test
    void a_start_that_fails_says_what_the_server_said() throws IOException {
        Files.writeString(directory.resolve("server/data/PG_VERSION"), "9.6\n");
        EmbeddedPostgresException refusal = assertRefused(Code.START_FAILED);
        assertTrue(refusal.getMessage().contains("incompatible with server"), refusal.getMessage());
    }

    @Test
    void a_start_that_failed_can_be_repeated() throws IOException {
        Path version = directory.resolve("server/data/PG_VERSION");
        String right = Files.readString(version);
        Files.writeString(version, "9.6\n");
        assertRefused(Code.START_FAILED);
        Files.writeString(version, right);
        assertDoesNotThrow(() -> start().close());
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            EmbeddedPostgresSettings settings =
                    TestServers.disposable(directory).withPort(other.getLocalPort());
            EmbeddedPostgresException refusal =
                    assertThrows(EmbeddedPostgresException.class, () -> EmbeddedPostgres.start(settings));
            assertEquals(Code.PORT_IN_USE, refusal.code());
            assertTrue(refusal.getMessage().startsWith("Port " + other.getLocalPort()), refusal.getMessage());
        }
    }

    @Test
    void a_chosen_port_is_kept() throws IOException {
        boolean tried = false;
        for (int ports = 0; !tried && ports < PORTS; ports++) {
            tried = isKept(FreePort.find());
        }
        assertTrue(tried, "others took each port");
    }

    /** False when somebody else took the port meanwhile. */
    private boolean isKept(int port) {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(TestServers.disposable(directory).withPort(port))) {
            assertEquals(
                    "jdbc:postgresql://127.0.0.1:" + port + "/klinity",
                    server.cluster().jdbcUrl("klinity"));
            return true;
        } catch (EmbeddedPostgresException e) {
            assertEquals(Code.PORT_IN_USE, e.code(), e::getMessage);
            return false;
        }
    }

    @Test
    void a_stale_process_file_that_names_a_stranger_neither_hurts_the_stranger_nor_blocks_the_start()
            throws IOException {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    directory.resolve("server/data/postmaster.pid"),
                    stranger.pid() + "\n" + directory.resolve("server/data") + "\n");
            assertDoesNotThrow(() -> start().close());
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void closing_twice_is_closing_once() {
        EmbeddedPostgres server = start();
        server.close();
        assertDoesNotThrow(server::close);
    }

    @Test
    void closing_breaks_off_open_connections_and_ends_the_server() throws SQLException, IOException {
        EmbeddedPostgres server = start();
        try (var connection = TestServers.connect(server, DatabaseRole.APP, "klinity")) {
            long pid = TestServers.postmaster(directory);
            server.close();
            assertAll(
                    () -> assertFalse(connection.isValid(5)),
                    () -> assertFalse(Files.exists(Path.of("/proc", Long.toString(pid), "exe"))));
        }
    }

    @Test
    void closing_in_an_interrupted_thread_ends_the_server_and_keeps_the_interrupt() throws IOException {
        EmbeddedPostgres server = start();
        long pid = TestServers.postmaster(directory);
        Thread.currentThread().interrupt();
        server.close();
        assertTrue(Thread.interrupted());
        assertFalse(Files.exists(Path.of("/proc", Long.toString(pid), "exe")));
    }

    @Test
    void leftovers_of_a_broken_off_initialisation_are_removed() throws IOException {
        Path staging = directory.resolve("server/staging-123");
        Files.createDirectories(staging.resolve("data/base"));
        Files.writeString(staging.resolve("password"), "secret");
        start().close();
        try (Stream<Path> names = Files.list(directory.resolve("server"))) {
            assertFalse(names.anyMatch(path -> path.getFileName().toString().startsWith("staging-")));
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(TestServers.disposable(directory));
    }

    private EmbeddedPostgresException assertRefused(Code code) {
        EmbeddedPostgresException refusal = assertThrows(EmbeddedPostgresException.class, this::start);
        assertEquals(code, refusal.code(), refusal::getMessage);
        return refusal;
    }
}
