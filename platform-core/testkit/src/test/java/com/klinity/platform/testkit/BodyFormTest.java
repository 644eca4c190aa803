package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body is taken for what it says it is, or refused with a sentence that tells what would do. */
class BodyFormTest {

    private static final String NOTE = "{\"text\": \"é\"}";
    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();
    private static final Practitioner ANA = SERVER.practitioner();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Answer sent(Charset charset, String... headers) {
        return ANA.send("POST", "/v1/notes", BodyPublishers.ofString(NOTE, charset), headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json; charset=UTF-8 ; v=1",
                "application/json; charset= utf-8",
                "application/json;charset=utf8"
            })
    void utf_8_is_read(String type) {
        assertEquals(201, sent(StandardCharsets.UTF_8, "Content-Type", type).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=iso-8859-1",
                "application/json;charset=\"latin1\"",
                "application/json; v=1; CHARSET=utf-8859",
                "application/json; charset="
            })
    void another_charset_is_refused(String type) {
        Answer answer = sent(StandardCharsets.ISO_8859_1, "Content-Type", type);
        assertEquals(415, answer.status());
        assertTrue(answer.text().contains("UTF-8"), answer::text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate", "gzip, identity"})
    void a_body_that_was_encoded_is_refused(String encoding) {
        Answer answer = sent(StandardCharsets.UTF_8, "Content-Type", "application/json", "Content-Encoding", encoding);
        assertEquals(415, answer.status());
        assertTrue(answer.text().contains("Content-Encoding"), answer::text);
    }

    @Test
    void one_that_says_it_was_not_is_read() {
        assertEquals(
                201,
                sent(StandardCharsets.UTF_8, "Content-Type", "application/json", "Content-Encoding", "identity")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "G{T / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /v1/%zz HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void what_is_no_request_gets_a_problem_with_an_id(String request) throws Exception {
        try (KeptConnection connection = KeptConnection.to(SERVER.address())) {
            connection.send(request);
            KeptConnection.Head head = connection.head();
            JsonNode problem = JsonMapper.shared().readTree(connection.rest().readAllBytes());
            assertEquals(head.header("X-Request-Id"), problem.path("requestId").asString());
            assertTrue(problem.path("detail").asString().length() > 10, problem::toString);
        }
    }
}
