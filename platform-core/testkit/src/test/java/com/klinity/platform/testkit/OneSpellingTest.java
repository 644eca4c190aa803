package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy's rules by path and method cannot be walked around, and a body that is no body is the caller's fault. */
@Tag("AC-1")
class OneSpellingTest {

    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();
    private static final Practitioner ANA = SERVER.practitioner();
    private static final Set<Integer> REFUSED = Set.of(400, 404, 405, 501);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/notes",
                "/v1//notes",
                "/v1/notes/",
                "/v1/notes//",
                "/v1/./notes",
                "/./v1/notes",
                "/v1/x/../notes",
                "/v1/notes/.",
                "/v1/notes/..",
                "/v1/x/..;/notes",
                "/v1/notes/..;/notes",
                "/v1/notes;a",
                "/v1/notes;a=b",
                "/v1;a/notes",
                "/;/v1/notes",
                "/v1%2fnotes",
                "/v1%2Fnotes",
                "/v1/notes%2f",
                "/v1/%6eotes",
                "/v1/%6Eotes",
                "/%76%31/notes",
                "/v1/%2e/notes",
                "/v1/x/%2e%2e/notes",
                "/v1/notes#x",
                "/v1/notes%23x",
                "/v1/notes%3f",
                "/v1/notes%00",
                "/v1/notes%20",
                "/v1\\notes",
                "/v1/notes\\",
                "/v1%5cnotes",
                "/V1/notes",
                "/v1/Notes",
                "/",
                "/v1",
                "*",
                "http://localhost/v1/notes",
                "http://localhost",
                "v1/notes",
                "/v1/notes%",
                "/v1/notes%zz",
                "/v1/notes%c0%af",
                "/v1/n\u00f6tes"
            })
    void only_the_declared_spelling_of_a_path_is_a_route(String path) throws Exception {
        assertTrue(REFUSED.contains(status("GET", path)), () -> path + " is a route");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "Get", "GET_", "TRACE", "OPTIONS", "CONNECT", "PROPFIND", "G{T"})
    void only_the_declared_spelling_of_a_method_is_one(String method) throws Exception {
        assertTrue(REFUSED.contains(status(method, "/v1/notes")), () -> method + " is a method");
    }

    @Test
    void the_declared_spelling_is_served_with_any_query() throws Exception {
        assertEquals(200, status("GET", "/v1/notes?limit=5"));
    }

    private static int status(String method, String path) throws Exception {
        try (KeptConnection connection = KeptConnection.to(SERVER.address())) {
            connection.request(method, path, "Authorization: Bearer " + ANA.token());
            return connection.head().status();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n{\"text\":\"x\"}\r\n0\r\n\r\n",
                "c\r\n{\"text\":\"x\"}XX0\r\n\r\n",
                "+c\r\n{\"text\":\"x\"}\r\n0\r\n\r\n"
            })
    void a_broken_body_is_400_and_stores_nothing(String chunks) throws Exception {
        Practitioner ben = SERVER.practitioner();
        try (KeptConnection connection = KeptConnection.to(SERVER.address())) {
            connection.request(
                    "POST",
                    "/v1/notes",
                    "Authorization: Bearer " + ben.token(),
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked");
            connection.send(chunks + "GET /v1/notes HTTP/1.1\r\nHost: localhost\r\n\r\n");
            KeptConnection.Head head = connection.head();
            assertEquals(List.of(400, "close"), List.of(head.status(), head.header("Connection")));
            String rest = new String(connection.rest().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(!rest.contains("HTTP/1.1"), rest);
        }
        assertEquals(0, ben.get("/v1/notes").json().path("items").size());
    }

    @Test
    void a_refused_caller_need_not_send_its_body_to_read_why() throws Exception {
        try (KeptConnection connection = KeptConnection.to(SERVER.address())) {
            connection.request("POST", "/v1/notes", "Content-Type: application/json", "Content-Length: 4000000000");
            assertEquals(401, connection.head().status());
        } catch (EOFException e) {
            throw new AssertionError("closed without a word", e);
        }
    }
}
