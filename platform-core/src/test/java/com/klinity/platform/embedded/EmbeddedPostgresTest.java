package com.klinity.platform.embedded;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a freshly started durable server is like. */
class EmbeddedPostgresTest {
    @TempDir
    static Path directory;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void startServer() {
        server = EmbeddedPostgres.start(TestServers.durable(directory));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(DatabaseRole.class)
    void every_role_logs_in_with_its_own_password(DatabaseRole role) throws SQLException {
        assertEquals(role.username(), TestServers.ask(server, role, "klinity", "SELECT current_user"));
    }

    @ParameterizedTest
    @EnumSource(DatabaseRole.class)
    void no_role_logs_in_with_a_wrong_password(DatabaseRole role) {
        SQLException refusal = assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(server.cluster().jdbcUrl("klinity"), role.username(), "wrong")
                        .close());
        assertEquals("28P01", refusal.getSQLState());
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseRole.class, names = "SUPERUSER", mode = EnumSource.Mode.EXCLUDE)
    void no_role_has_an_attribute_beyond_login(DatabaseRole role) throws SQLException {
        String attributes = TestServers.ask(
                server,
                "SELECT concat(rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication) "
                        + "FROM pg_roles WHERE rolname = '" + role.username() + "'");
        assertEquals("tfffff", attributes);
    }

    @Test
    void the_owner_owns_the_main_database_and_may_create_schemas() {
        assertDoesNotThrow(
                () -> TestServers.execute(server, DatabaseRole.OWNER, "klinity", "CREATE SCHEMA made_by_owner"));
    }

    @ParameterizedTest
    @EnumSource(names = {"APP", "OPERATOR", "RETENTION"})
    void the_other_roles_may_create_nothing(DatabaseRole role) {
        assertAll(Stream.of("CREATE SCHEMA intruder", "CREATE TABLE public.intruder ()", "CREATE TEMP TABLE t ()")
                .map(sql -> () -> {
                    SQLException refusal =
                            assertThrows(SQLException.class, () -> TestServers.execute(server, role, "klinity", sql));
                    assertEquals("42501", refusal.getSQLState());
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pg_trgm", "unaccent", "pgcrypto"})
    void the_owner_may_install_the_extension(String extension) {
        assertDoesNotThrow(() -> TestServers.execute(
                server, DatabaseRole.OWNER, "klinity", "CREATE EXTENSION IF NOT EXISTS " + extension));
    }

    @Test
    void trigrams_know_accented_letters() throws SQLException {
        String database = "accents";
        server.cluster().createDatabase(database);
        TestServers.execute(server, DatabaseRole.OWNER, database, "CREATE EXTENSION pg_trgm");
        assertEquals(
                "f",
                TestServers.ask(server, DatabaseRole.OWNER, database, "SELECT show_trgm('ação') = show_trgm('a o')"));
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "server_encoding, UTF8",
        "password_encryption, scram-sha-256",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''"
    })
    void a_durable_server_is_set_up_for_keeping_data_privately(String setting, String expected) throws SQLException {
        assertEquals(expected, TestServers.ask(server, "SHOW " + setting));
    }

    @Test
    void only_one_loopback_address_answers() throws IOException {
        List<InetAddress> others = Stream.concat(
                        Stream.of(InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("::1")),
                        NetworkInterface.networkInterfaces()
                                .flatMap(NetworkInterface::inetAddresses)
                                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()))
                .toList();
        assertAll(others.stream()
                .map(address ->
                        () -> assertThrows(IOException.class, () -> connectTo(address), () -> address + " answers")));
    }

    @Test
    void the_loopback_address_answers() {
        assertDoesNotThrow(
                () -> connectTo(InetAddress.ofLiteral(server.cluster().host())));
    }

    private static void connectTo(InetAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, server.cluster().port()), 5_000);
        } catch (ConnectException e) {
            throw new IOException("refused", e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', rwx------",
        "credentials.properties, rw-------",
        "server, rwx------",
        "server/data, rwx------",
        "server/server.log, rw-------",
        "server/data/pg_hba.conf, rw-------"
    })
    void nobody_else_may_read(String file, String permissions) throws IOException {
        assertEquals(
                permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))));
    }

    @Test
    void no_password_is_in_the_log_or_the_configuration() throws IOException {
        String text = TestServers.allText(directory.resolve("server/server.log"))
                + TestServers.allText(directory.resolve("server/data/postgresql.conf"));
        assertAll(Stream.of(DatabaseRole.values())
                .map(role -> () -> assertFalse(
                        text.contains(server.cluster().credentials(role).password()))));
    }

    @Test
    void no_password_is_printed_with_the_credentials() {
        RoleCredentials login = server.cluster().credentials(DatabaseRole.APP);
        assertFalse(login.toString().contains(login.password()));
    }

    @Test
    void the_password_file_of_the_initialisation_is_gone() throws IOException {
        assertEquals(List.of(), FileTree.children(directory.resolve("server"), "staging-"));
    }

    @Test
    void the_server_has_a_session_of_its_own_so_that_an_interrupt_at_the_terminal_misses_it() throws IOException {
        long pid = TestServers.postmaster(directory);
        String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] afterName = status.substring(status.lastIndexOf(')') + 2).split(" ", -1);
        assertEquals(Long.toString(pid), afterName[3]);
    }

    @Test
    void a_created_database_belongs_to_the_owner_and_admits_the_app() throws SQLException {
        server.cluster().createDatabase("fresh");
        TestServers.execute(server, DatabaseRole.OWNER, "fresh", "CREATE TABLE proof ()");
        assertEquals("klinity_app", TestServers.ask(server, DatabaseRole.APP, "fresh", "SELECT current_user"));
    }

    @Test
    void a_database_from_a_template_has_its_tables() throws SQLException {
        server.cluster().createDatabase("template_of_mine");
        TestServers.execute(
                server, DatabaseRole.OWNER, "template_of_mine", "CREATE TABLE migrated AS SELECT 42 AS answer");
        server.cluster().createDatabase("copy_of_mine", "template_of_mine");
        assertEquals("42", TestServers.ask(server, DatabaseRole.OWNER, "copy_of_mine", "SELECT answer FROM migrated"));
    }

    @Test
    void a_dropped_database_is_gone_even_while_somebody_is_connected() throws SQLException {
        server.cluster().createDatabase("doomed");
        try (var connection = TestServers.connect(server, DatabaseRole.APP, "doomed")) {
            server.cluster().dropDatabase("doomed");
            assertThrows(SQLException.class, () -> connection.createStatement().execute("SELECT 1"));
        }
        assertEquals("f", TestServers.ask(server, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = 'doomed')"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "a-b", "a; DROP ROLE klinity_app", "1st", "a\"b"})
    void a_name_that_is_none_is_refused(String name) {
        EmbeddedPostgresException refusal = assertThrows(
                EmbeddedPostgresException.class, () -> server.cluster().createDatabase(name));
        assertEquals(Code.DATABASE_FAILED, refusal.code());
    }

    @Test
    void a_failing_statement_leaves_no_trace_of_its_values_in_the_log() throws IOException {
        assertThrows(
                SQLException.class,
                () -> TestServers.execute(server, DatabaseRole.APP, "klinity", "SELECT 'Maria-da-Silva'::int"));
        assertFalse(TestServers.allText(directory.resolve("server/server.log")).contains("Maria"));
    }

    @Test
    void the_app_cannot_enter_the_maintenance_databases() {
        assertAll(Stream.of("postgres", "template1").map(database -> () -> {
            SQLException refusal = assertThrows(
                    SQLException.class, () -> TestServers.ask(server, DatabaseRole.APP, database, "SELECT 1"));
            assertEquals("42501", refusal.getSQLState());
        }));
    }

    @Test
    void the_server_does_not_run_with_privileges() throws IOException {
        long pid = TestServers.postmaster(directory);
        boolean unprivileged = Account.uidOf(Path.of("/proc", Long.toString(pid))) != 0
                || !Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "ns/user"))
                        .equals(Files.readSymbolicLink(Path.of("/proc/self/ns/user")));
        assertTrue(unprivileged);
    }
}
