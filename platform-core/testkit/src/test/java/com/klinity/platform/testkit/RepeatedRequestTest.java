package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an {@code Idempotency-Key} does, and what is kept for it. */
class RepeatedRequestTest {

    private static final String NOTES = "/v1/notes";
    private static final String BODY = "{\"text\":\"zacarias\"}";
    private static final SettableClock CLOCK = new SettableClock();
    private static final TestServer SERVER =
            TestServer.of(new NotesModule()).clock(CLOCK).start();
    private static final Behind BEHIND = new Behind(SERVER);

    private final UUID account = UUID.randomUUID();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String token(UUID account) {
        return TestIssuer.token(account, CLOCK.instant());
    }

    /** The same one, with a token of the clock's moment. */
    private Practitioner today() {
        return signedIn(account);
    }

    private static Practitioner signedIn(UUID account) {
        return SERVER.practitioner(account, token(account));
    }

    private Answer made(Practitioner who) {
        return keyed(who, NOTES, BODY);
    }

    private static Answer keyed(Practitioner who, String path, String body) {
        return who.send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "key-1");
    }

    @Test
    void a_repeat_gives_status_location_and_the_resource_as_it_is_now() {
        Answer first = made(today());
        today().patch(first.location(), first.etag(), "{\"text\":\"changed\"}");
        Answer again = made(today());
        assertEquals(
                List.of("201", first.location(), first.id(), "changed", "\"2\""),
                List.of(
                        Integer.toString(again.status()),
                        again.location(),
                        again.id(),
                        again.json().path("text").asString(),
                        again.etag()));
    }

    @Test
    void a_repeat_makes_nothing() {
        made(today());
        made(today());
        assertEquals(1, BEHIND.notes(account));
    }

    @Test
    @Tag("RT-4")
    void a_repeat_after_the_deletion_is_a_404() throws SQLException {
        made(today());
        BEHIND.change("delete from notes.notes where account_id = ?", account);
        Answer again = made(today());
        assertEquals(404, again.status());
        assertFalse(again.text().contains("zacarias"));
    }

    @Test
    @Tag("RT-4")
    void nothing_that_was_said_is_kept() {
        made(today());
        String row = BEHIND.text("select i::text from platform.idempotency i where account_id = ?", account);
        assertFalse(row.contains("zacarias"), row);
        assertFalse(row.contains(hex("zacarias")), row);
    }

    /** Whoever reads the table, and guesses what was sent, must not be told that the guess is right. */
    @Test
    @Tag("RT-4")
    void the_digest_confirms_no_guess() {
        made(today());
        String kept = BEHIND.text(
                "select encode(fingerprint, 'hex') from platform.idempotency where account_id = ?", account);
        List<String> guesses = List.of(BODY, NOTES + '\0' + BODY, "key-1 /v1/notes  " + BODY);
        assertFalse(guesses.stream().map(RepeatedRequestTest::sha256).anyMatch(kept::equals));
    }

    @Test
    @Tag("LG-1")
    void a_repeat_is_a_read_in_the_audit_log() {
        UUID id = UUID.fromString(made(today()).id());
        made(today());
        assertEquals(
                List.of(
                        new AuditLine("create", "Note", List.of(id), "success", ""),
                        new AuditLine("read", "Note", List.of(id), "success", "")),
                today().auditEntries());
    }

    @Test
    @Tag("LG-1")
    void a_repeat_that_finds_nothing_is_a_refused_read_in_the_audit_log() throws SQLException {
        made(today());
        BEHIND.change("delete from notes.notes where account_id = ?", account);
        made(today());
        assertEquals(
                new AuditLine("read", "Note", List.of(), "not-found", ""),
                today().auditEntries().getLast());
    }

    @Test
    void another_body_under_the_same_key_is_a_422() {
        made(today());
        assertEquals(422, keyed(today(), NOTES, "{\"text\":\"y\"}").status());
    }

    @Test
    void another_query_under_the_same_key_is_a_422() {
        made(today());
        assertEquals(422, keyed(today(), NOTES + "?kind=long", BODY).status());
    }

    @Test
    @Tag("AC-1")
    void the_key_of_another_account_means_nothing() {
        assertNotEquals(made(today()).id(), made(signedIn(UUID.randomUUID())).id());
    }

    @Test
    void a_key_is_known_for_a_day() {
        Answer first = made(today());
        CLOCK.advance(Duration.ofHours(24).minusSeconds(1));
        assertEquals(first.id(), made(today()).id());
    }

    @Test
    void a_key_means_nothing_after_a_day() {
        Answer first = made(today());
        CLOCK.advance(Duration.ofHours(24).plusSeconds(1));
        assertNotEquals(first.id(), made(today()).id());
    }

    @Test
    @Tag("RT-4")
    void what_is_known_of_a_request_stays_for_a_day_and_no_longer() {
        made(today());
        CLOCK.advance(Duration.ofHours(24).minusSeconds(1));
        SERVER.sibling().close();
        assertEquals(1, remembered());
        CLOCK.advance(Duration.ofSeconds(2));
        SERVER.sibling().close();
        assertEquals(0, remembered());
    }

    @Test
    void what_said_nothing_says_nothing_again_and_is_done_once() {
        String note = today().post(NOTES, BODY).location();
        assertEquals(204, keyed(today(), note + "/turn", "").status());
        assertEquals(204, keyed(today(), note + "/turn", "").status());
        assertEquals("\"2\"", today().get(note).etag());
    }

    @Test
    void an_answer_that_is_not_about_a_resource_is_not_kept_and_not_given_again() {
        assertEquals(200, keyed(today(), "/v1/secrets", "{}").status());
        Answer again = keyed(today(), "/v1/secrets", "{}");
        assertEquals(409, again.status());
        assertFalse(again.text().contains("not told again"));
    }

    @Test
    @Tag("RT-4")
    void a_search_takes_no_part() throws SQLException {
        today().post(NOTES, BODY);
        assertEquals(1, keyed(today(), NOTES + "/search", BODY).json().size());
        BEHIND.change("delete from notes.notes where account_id = ?", account);
        assertEquals(0, keyed(today(), NOTES + "/search", BODY).json().size());
        assertEquals(0, remembered());
    }

    private long remembered() {
        return BEHIND.number("select count(*) from platform.idempotency where account_id = ?", account);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
