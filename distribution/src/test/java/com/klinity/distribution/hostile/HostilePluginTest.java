package com.klinity.distribution.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.FreshDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plug-in that was let in tries from its handlers, against a patient of somebody else. */
@Tag("AC-1")
@Tag("AC-9")
class HostilePluginTest {

    private static final UUID VICTIM = UUID.randomUUID();
    private static final UUID ATTACKER = UUID.randomUUID();
    private static final String PATIENT = "A name that only the victim may read";
    private static final FreshDatabase DATABASE = FreshDatabase.make();

    private static Path home = Path.of("");
    private static @Nullable Child child;

    @BeforeAll
    static void start() throws Exception {
        Image image = Image.fresh("let-in");
        home = image.home();
        image.plugin("hostile").hostile();
        Files.writeString(home.resolve("conf/klinity.properties"), "klinity.server.trusted-proxies=192.0.2.7\n");
        child = Child.start(image, image.settings(DATABASE)).ready();
        HttpResponse<String> patient = server().send(
                        "POST", "/v1/patients", token(VICTIM), "application/json", "{\"name\":\"" + PATIENT + "\"}");
        assertEquals(201, patient.statusCode(), patient.body());
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static Child server() {
        return Objects.requireNonNull(child, "started before all tests");
    }

    @ParameterizedTest
    @CsvSource({
        "field-of-a-scope, java.lang.reflect.InaccessibleObjectException",
        "method-of-a-scope, java.lang.IllegalAccessException",
        "cast-of-a-scope, java.lang.IllegalAccessError",
        "constructor-of-the-core, java.lang.reflect.InaccessibleObjectException",
        "private-lookup, java.lang.IllegalAccessException",
        "add-opens, java.lang.IllegalCallerException",
        "implementation-of-add-opens, java.lang.reflect.InaccessibleObjectException",
        "layer-controller, java.lang.reflect.InaccessibleObjectException",
        "stack-locals, java.lang.reflect.InaccessibleObjectException",
        "unsafe, java.lang.ClassNotFoundException",
        "reflection-factory, java.lang.ClassNotFoundException"
    })
    void the_walls_between_modules_hold(String attack, String reason) throws Exception {
        assertStopped(attack, "", reason);
    }

    @ParameterizedTest
    @CsvSource({
        "native-library, java.lang.IllegalCallerException",
        "native-call, java.lang.IllegalCallerException",
        "native-memory, java.lang.IllegalCallerException",
        "heap-dump, javax.management.InstanceNotFoundException",
        "agent, javax.management.InstanceNotFoundException",
        "attach, java.lang.ClassNotFoundException"
    })
    void the_process_offers_no_way_around_them(String attack, String reason) throws Exception {
        assertStopped(attack, "", reason);
    }

    @Test
    void nobody_attaches_to_the_process() throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server().pid()),
                        "VM.version")
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
        assertNotEquals(0, jcmd.waitFor(), said);
    }

    @Test
    void a_scope_and_its_statements_end_with_their_call() throws Exception {
        assertEquals("[\"kept\"]", attack(VICTIM, "keep", "").body());
        String ended = "com.klinity.platform.database.OutOfReach: the scope's transaction has ended";
        assertStopped("kept-scope", "", ended);
        assertStopped("kept-statement", "", ended);
    }

    @ParameterizedTest
    @CsvSource({
        "other-thread, com.klinity.platform.database.OutOfReach: the scope belongs to another thread",
        "serialise, java.io.NotSerializableException",
        "routes-later, java.lang.IllegalStateException"
    })
    void a_scope_belongs_to_its_call(String attack, String reason) throws Exception {
        assertStopped(attack, "", reason);
    }

    @Test
    void a_statement_about_another_account_finds_nothing() throws Exception {
        assertEquals("[\"[" + ATTACKER + "]\"]", attack("own-account", "").body());
        assertEquals("[\"[]\"]", attack("other-account", "").body());
    }

    @ParameterizedTest
    @Tag("LG-2")
    @ValueSource(
            strings = {
                "select name as answer from appointments.patients",
                "select details as answer from audit.entries",
                "select set_config('klinity.account_id', 'VICTIM', true) as answer",
                "select platform.enter('x', 'VICTIM', now()) as answer",
                "update pg_settings set setting = 'off' where name = 'row_security'",
                "select cast(lo_from_bytea(0, 'x') as text) as answer",
                "select cast(pg_terminate_backend(1) as text) as answer",
                "update identity.users set signed_out_at = null",
                "with u as (update identity.users set email = 'x' returning id) select id as answer from u",
                "select cast('appointments.patients' as regclass) as answer",
                "select cast(platform.bury_account() as text) as answer",
                "select 1 as answer; commit"
            })
    void a_statement_beyond_the_feature_is_refused(String sql) throws Exception {
        assertStopped("statement", "sql=" + sql.replace("VICTIM", VICTIM.toString()), "OutOfReach: a statement ");
    }

    @Test
    void of_all_functions_that_its_role_may_call_few_are_let_through() throws Exception {
        String answer = attack("every-function", "").body();
        String through = answer.substring(answer.indexOf("through: "), answer.lastIndexOf('"'));
        List<String> names = List.of(through.substring("through: ".length()).split(" "));
        assertTrue(Integer.parseInt(answer.substring(2, answer.indexOf(' '))) > 2_000, answer);
        assertTrue(names.contains("coalesce") || names.contains("lower"), answer);
        assertTrue(names.size() < 350, () -> names.size() + ": " + answer);
        assertEquals(
                List.of(),
                names.stream()
                        .filter(name -> name.matches("(pg_|lo_|txid_|has_|inet_|ts_stat|.*_to_xml).*|.*\\..*|.*config|"
                                + ".*setting|(curr|next|last|set)val|setseed|version|dblink.*|.*_lsn|binary_upgrade.*"))
                        .toList());
    }

    @Test
    void a_connection_of_its_own_with_the_leaked_password_shows_nothing() throws Exception {
        assertEquals("[\"0\"]", attack("own-connection", "").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"own-connection-sets-the-account", "own-connection-enters"})
    void a_connection_of_its_own_opens_no_account(String attack) throws Exception {
        assertStopped(attack, "", "com.klinity.platform.database.DatabaseFailure: SQLSTATE 42501");
    }

    @ParameterizedTest
    @Tag("IN-2")
    @ValueSource(strings = {"klinity.database.password", "klinity.database.owner.password"})
    void passwords_are_nowhere_in_environment_properties_arguments_or_files(String key) throws Exception {
        assertEquals(
                "[\"[]\"]",
                attack("hunt", "home=" + home + "\nsecret=" + secret(key)).body());
    }

    @Test
    @Tag("IN-2")
    void a_vendors_secret_is_nowhere_either() throws Exception {
        assertEquals(
                "[\"[]\"]",
                attack("hunt", "home=" + home + "\nsecret=" + Image.VENDOR_SECRET)
                        .body());
    }

    @Test
    @Tag("IN-2")
    void secrets_for_other_programs_are_nowhere_either() throws Exception {
        assertEquals(
                "[\"[]\"]",
                attack("hunt", "home=" + home + "\nsecret=" + Image.CLOUD_SECRET)
                        .body());
    }

    @Test
    void the_hunt_finds_what_there_is() throws Exception {
        String found = attack("hunt", "home=" + home + "\nsecret=192.0.2.7").body();
        assertTrue(found.contains("klinity.properties"), found);
        String named = attack("hunt", "home=" + home + "\nsecret=KLINITY_DATABASE_USERNAME")
                .body();
        assertTrue(named.contains("environment") && named.contains("environ,"), named);
    }

    @Test
    void settings_that_were_kept_give_nothing_away_later() throws Exception {
        assertEquals("[\"\"]", attack("settings-later", "").body());
        assertTrue(
                server().log()
                        .contains("settings: klinity.database.password: belongs to the core, and was asked for by"
                                + " feature 'identity' or its adapter 'hostile'"),
                server().log());
    }

    @Test
    void the_log_of_a_stopped_attack_holds_no_secret() throws Exception {
        attack("own-connection-enters", "");
        assertFalse(server().log().contains(secret("klinity.database.password")));
        assertFalse(server().log().contains(secret("klinity.database.owner.password")));
        assertFalse(server().log().contains(PATIENT));
    }

    /** Neither loot nor reason reaches the caller; the log has the reason, with the id that the caller got. */
    private static void assertStopped(String attack, String known, String reason) throws Exception {
        HttpResponse<String> answer = attack(attack, known);
        assertEquals(500, answer.statusCode(), answer.body());
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        String line = server().log()
                .lines()
                .filter(entry -> entry.contains("request " + id + " failed: "))
                .collect(Collectors.joining());
        assertTrue(line.contains(reason), line);
        assertFalse(answer.body().contains(reason), answer.body());
    }

    private static HttpResponse<String> attack(String name, String known) throws Exception {
        return attack(ATTACKER, name, known);
    }

    private static HttpResponse<String> attack(UUID caller, String name, String known) throws Exception {
        String body = "victim=" + VICTIM + "\nurl=" + DATABASE.url() + "\nusername="
                + secret("klinity.database.username") + "\npassword=" + secret("klinity.database.password") + "\n"
                + known;
        return server().send("POST", "/v1/hostile/attacks/" + name, token(caller), "text/plain", body);
    }

    private static String token(UUID account) throws Exception {
        String list = server().send("POST", "/v1/hostile/tokens", "", "text/plain", account.toString())
                .body();
        return list.substring(2, list.length() - 2);
    }

    private static String secret(String key) {
        return String.valueOf(DATABASE.settings().get(key));
    }
}
