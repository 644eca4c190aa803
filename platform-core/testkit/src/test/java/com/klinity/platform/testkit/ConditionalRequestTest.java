package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags as clients and proxies send them, and answers without a body. */
class ConditionalRequestTest {

    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();

    private final Practitioner ana = SERVER.practitioner();
    private final Answer made = ana.post("/v1/notes", "{\"text\":\"first\"}");
    private final String note = made.location();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private Answer changed(String tag) {
        return ana.patch(note, tag, "{\"text\":\"second\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1\"",
                "W/\"1\"",
                "\"1-gzip\"",
                "\"1--gzip\"",
                "W/\"1-br\"",
                "\"1-deflate\"",
                "*",
                "\"7\", \"1\"",
                "\"7\",W/\"1-gzip\"",
                ", \"1\" ,",
                "\"a,b\", \"1\""
            })
    void a_tag_names_its_version_whatever_a_proxy_made_of_it(String tag) {
        assertEquals(200, changed(tag).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2\"",
                "W/\"2\"",
                "\"2-gzip\"",
                "\"01\"",
                "\"\"",
                "\"*\"",
                "\"1-pdf\"",
                "\"7\", \"8\"",
                "\"1,2\""
            })
    void a_tag_of_another_version_is_a_412(String tag) {
        assertEquals(412, changed(tag).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "",
                ",",
                "\"1",
                "1\"",
                "'1'",
                "w/\"1\"",
                "W/1",
                "W/ \"1\"",
                "\"1\" \"2\"",
                "\"1\", *",
                "*, \"1\"",
                "\"1\"-gzip",
                "\"1 \""
            })
    void what_is_no_tag_is_a_400(String tag) {
        Answer answer = changed(tag);
        assertEquals(400, answer.status());
        assertTrue(answer.text().contains("If-Match"), answer::text);
    }

    @Test
    void a_change_without_a_tag_is_a_428() {
        Answer answer =
                ana.send("PATCH", note, BodyPublishers.ofString("{}"), "Content-Type", "application/merge-patch+json");
        assertEquals(428, answer.status());
    }

    @Test
    void thousands_of_tags_are_read() {
        assertEquals(200, changed("\"x\",".repeat(1500) + "\"1\"").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "\"1-gzip\"", "W/\"1-gzip\"", "\"7\", \"1\"", "*"})
    void who_has_it_already_is_told_nothing_again(String tag) {
        Answer answer = ana.get(note, "If-None-Match", tag);
        assertEquals(304, answer.status());
        assertEquals(0, answer.bytes().length);
        assertEquals("\"1\"", answer.etag());
        assertNull(answer.header("Content-Length"));
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void who_has_an_older_one_is_told_the_new() {
        changed("\"1\"");
        Answer answer = ana.get(note, "If-None-Match", "\"1\"");
        assertEquals(200, answer.status());
        assertEquals("second", answer.json().path("text").asString());
    }

    @Test
    void the_connection_goes_on_after_an_answer_without_a_body() {
        for (int i = 0; i < 3; i++) {
            assertEquals(304, ana.get(note, "If-None-Match", "\"1\"").status());
            assertEquals(200, ana.get(note).status());
        }
    }

    @Test
    @Tag("LG-1")
    void what_is_no_tag_of_what_one_has_is_a_400_in_the_audit_log() {
        assertEquals(400, ana.get(note, "If-None-Match", "1").status());
        assertEquals("malformed-request", ana.auditEntries().getLast().outcome());
    }

    @Test
    @Tag("LG-1")
    void to_be_told_that_nothing_has_changed_is_a_read() {
        ana.get(note, "If-None-Match", "\"1\"");
        assertEquals(
                new AuditLine("read", "Note", List.of(id()), "success", ""),
                ana.auditEntries().getLast());
    }

    @Test
    @Tag("LG-1")
    void head_is_a_read() {
        head(note);
        assertEquals(
                new AuditLine("read", "Note", List.of(id()), "success", ""),
                ana.auditEntries().getLast());
    }

    @Test
    void head_tells_what_get_tells_but_the_body() {
        Answer get = ana.get(note);
        Answer head = head(note);
        assertEquals(get.status(), head.status());
        assertEquals(0, head.bytes().length);
        for (String name : List.of("ETag", "Content-Type", "Content-Length", "Cache-Control")) {
            assertEquals(get.header(name), head.header(name), name);
        }
    }

    @Test
    void head_of_what_is_made_while_it_is_sent_tells_no_length() {
        Answer head = head("/v1/notes/all");
        assertEquals(200, head.status());
        assertNull(head.header("Content-Length"));
        assertEquals("text/plain", head.header("Content-Type"));
        assertEquals(200, ana.get(note).status());
    }

    @Test
    void head_is_304_when_get_is() {
        assertEquals(
                304,
                ana.send("HEAD", note, BodyPublishers.noBody(), "If-None-Match", "\"1\"")
                        .status());
    }

    @Test
    @Tag("AC-1")
    void head_of_another_accounts_resource_is_that_of_one_that_never_was() {
        Practitioner bob = SERVER.practitioner();
        assertEquals(404, bob.send("HEAD", note, BodyPublishers.noBody()).status());
        assertEquals(
                404,
                bob.send("HEAD", "/v1/notes/" + UUID.randomUUID(), BodyPublishers.noBody())
                        .status());
    }

    @Test
    void head_needs_a_token_as_get_does() {
        assertEquals(
                401,
                SERVER.anonymous().send("HEAD", note, BodyPublishers.noBody()).status());
    }

    @Test
    void head_of_what_has_no_get_is_a_405() {
        Answer head = head("/v1/secrets");
        assertEquals(405, head.status());
        assertEquals("POST", head.header("Allow"));
    }

    @Test
    void everything_wrong_with_a_query_is_told_at_once() {
        Answer answer = ana.get("/v1/notes?limit=0&cursor=x&other=1");
        assertEquals(400, answer.status());
        assertEquals(
                List.of("/cursor", "/limit", "/other"),
                answer.json().path("errors").values().stream()
                        .map(error -> error.path("pointer").asString())
                        .sorted()
                        .toList());
        assertFalse(answer.text().contains("of the wrong type"));
    }

    private UUID id() {
        return UUID.fromString(made.id());
    }

    private Answer head(String path) {
        return ana.send("HEAD", path, BodyPublishers.noBody());
    }
}
