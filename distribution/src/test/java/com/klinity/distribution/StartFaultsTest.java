package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.FreshDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code klinity serve} says when it cannot start. */
@DisplayName("A start that cannot be, is told in one line and ends with 3:")
class StartFaultsTest {

    /** A value that nothing may repeat. */
    private static final String SECRET = "s3cret-horse";

    @SuppressWarnings("NullAway.Init") // set before all
    private static FreshDatabase database;

    @TempDir
    private Path data;

    private final Map<String, String> settings = new HashMap<>();

    @BeforeAll
    static void make() {
        database = FreshDatabase.make();
    }

    @AfterEach
    void forget() {
        settings.keySet().forEach(System::clearProperty);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("klinity.server.port", "70000", "klinity.server.port: must be a whole number"),
                fault("klinity.server.port", "-1", "klinity.server.port: must be a whole number"),
                fault("klinity.server.port", "99999999999", "klinity.server.port: must be a whole number"),
                fault("klinity.server.shutdown.grace", "P999999999D", "klinity.server.shutdown.grace: must be"),
                fault("klinity.server.shutdown.delay", "PT-1S", "klinity.server.shutdown.delay: must be"),
                fault("klinity.identity.keys-kept", "PT1S", "klinity.identity.keys-kept: must be"),
                fault("klinity.sever.port", "1", "klinity.sever.port: is not a setting"),
                fault("klinity.mode", "live", "klinity.mode: must be one of"),
                fault("klinity.database.password", SECRET, "klinity.database.url: no connection as 'klinity_app'"),
                fault(
                        "klinity.database.owner.password",
                        SECRET,
                        "klinity.database.url: no connection as 'klinity_owner'"),
                fault("klinity.database.owner.username", "klinity_app", "klinity.database.username: must name another"),
                fault("klinity.database.username", "klinity_nobody", "database: there is no role 'klinity_nobody'"),
                fault("klinity.database.username", "postgres", ""),
                fault("klinity.database.url", url("127.0.0.1:1", ""), "klinity.database.url: no connection"),
                fault("klinity.database.url", url("db.invalid", ""), "klinity.database.url: no connection"),
                fault("klinity.database.url", "jdbc:mysql://h/" + SECRET, "klinity.database.url: must be of the form"),
                fault(
                        "klinity.database.url",
                        url("u:" + SECRET + "@h", ""),
                        "klinity.database.url: must be of the form"),
                fault("klinity.database.url", url("h:" + SECRET, ""), "klinity.database.url: must be of the form"),
                fault(
                        "klinity.database.url",
                        url("h", "?password=%zz" + SECRET),
                        "klinity.database.url: must be of the form"),
                fault(
                        "klinity.database.url",
                        url("h", "?password=" + SECRET),
                        "klinity.database.url: must not have the parameter password"),
                fault(
                        "klinity.database.url",
                        url("h", "?user=x&pass%77ord=" + SECRET),
                        "klinity.database.url: must not have"),
                fault("klinity.database.url", url("h", "?" + SECRET + "=1"), "klinity.database.url: has a parameter"),
                fault("klinity.database.url", url("h", "?loggerFile=/tmp/x"), "klinity.database.url: must not have"));
    }

    private static String url(String host, String parameters) {
        return "jdbc:postgresql://" + host + "/klinity" + parameters;
    }

    private static Arguments fault(String key, String value, String line) {
        return Arguments.argumentSet(key + " " + value.replace(SECRET, "…"), key, value, line);
    }

    @ParameterizedTest
    @MethodSource("faults")
    @Tag("IN-2")
    void a_setting(String key, String value, String line) {
        assertTold(line, Map.of(key, value));
    }

    @Test
    void a_data_directory_that_is_a_file() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        assertTold("klinity.data.directory: cannot use", Map.of("klinity.data.directory", file.toString()));
    }

    @Test
    void a_database_that_somebody_else_uses() throws SQLException {
        FreshDatabase foreign = FreshDatabase.make();
        asOwner(foreign, "create schema identity", "create table identity.users (x int)");
        assertTold("something of that name is there already", foreign.settings());
    }

    @Test
    void scripts_that_were_changed_after_they_ran() throws SQLException {
        FreshDatabase changed = FreshDatabase.make();
        asOwner(
                changed,
                "create schema platform",
                """
                create table platform.schema_history (installed_rank int primary key, version varchar(50),
                    description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null,
                    checksum int, installed_by varchar(100) not null, installed_on timestamp not null default now(),
                    execution_time int not null, success boolean not null)\
                """,
                "insert into platform.schema_history values (1, '1', 'kernel', 'SQL', 'V1__kernel.sql', 1, 'x', now(),"
                        + " 1, true)");
        assertTold("its history does not match this release", changed.settings());
    }

    private static void asOwner(FreshDatabase where, String... statements) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                where.url(),
                where.settings().get("klinity.database.owner.username"),
                where.settings().get("klinity.database.owner.password"))) {
            for (String statement : statements) {
                owner.createStatement().execute(statement);
            }
        }
    }

    /** Every line that is told begins as lines do and repeats no value; the one that is meant is among them. */
    private void assertTold(String line, Map<String, String> wrong) {
        forget();
        settings.putAll(database.settings());
        settings.putAll(Map.of(
                "klinity.data.directory", data.resolve("data").toString(),
                "klinity.server.port", "0",
                "klinity.management.port", "0"));
        settings.putAll(wrong);
        settings.forEach(System::setProperty);
        StringWriter err = new StringWriter();
        int code = run(err);
        List<String> told = err.toString().lines().toList();
        assertEquals(3, code, told::toString);
        assertTrue(told.stream().allMatch(one -> one.startsWith("klinity: ")), told::toString);
        assertTrue(told.stream().anyMatch(one -> one.contains(line)), told::toString);
        assertFalse(err.toString().contains(SECRET), told::toString);
        assertFalse(err.toString().contains("please report"), told::toString);
        assertTrue(told.size() <= 3, told::toString);
    }

    private static int run(StringWriter err) {
        return Main.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute("serve");
    }
}
