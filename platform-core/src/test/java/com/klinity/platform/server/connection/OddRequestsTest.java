package com.klinity.platform.server.connection;

import static com.klinity.platform.server.connection.RawCaller.statuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no HTTP is answered once, and nothing behind it is ever taken for a request (RFC 9110, RFC 9112). */
class OddRequestsTest {

    private static final DoorServer SERVER = DoorServer.start();
    private static final String SECOND = "GET /second HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String CHUNKED = "POST /read HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String head(String line, String... fields) {
        return line + "\r\nHost: a\r\n" + (fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n") + "\r\n";
    }

    private static String post(String... fields) {
        return head("POST /read HTTP/1.1", fields);
    }

    static final List<Arguments> HEADS = List.of(
            Arguments.of(400, "no line at all", "\r\n\r\n\r\n"),
            Arguments.of(400, "HTTP/0.9", "GET /first\r\n"),
            Arguments.of(400, "no version", head("GET /first ")),
            Arguments.of(400, "a version in lower case", head("GET /first http/1.1")),
            Arguments.of(400, "a version of another protocol", head("GET /first HTPP/1.1")),
            Arguments.of(400, "a version with more digits", head("GET /first HTTP/1.10")),
            Arguments.of(505, "HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".replace("PRI *", "GET /")),
            Arguments.of(501, "HTTP/2's preface as it is", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
            Arguments.of(400, "two spaces", head("GET  /first HTTP/1.1")),
            Arguments.of(400, "a space before the line's end", head("GET /first HTTP/1.1 ")),
            Arguments.of(400, "a space in the target", head("GET /fi rst HTTP/1.1")),
            Arguments.of(400, "a tab in the line", head("GET\t/first HTTP/1.1")),
            Arguments.of(400, "a space before the method", head(" GET /first HTTP/1.1")),
            Arguments.of(501, "a method in lower case", head("delete /first HTTP/1.1")),
            Arguments.of(501, "a mixed method", head("Get /first HTTP/1.1")),
            Arguments.of(400, "a method that is no token", head("G{T /first HTTP/1.1")),
            Arguments.of(400, "a method with an accent", head("G\u00c3\u0089T /first HTTP/1.1")),
            Arguments.of(501, "a method that nobody knows", head("BREW /first HTTP/1.1")),
            Arguments.of(501, "CONNECT", head("CONNECT a:443 HTTP/1.1")),
            Arguments.of(400, "the absolute form", head("GET http://a/first HTTP/1.1")),
            Arguments.of(400, "the absolute form without a path", head("GET http://a HTTP/1.1")),
            Arguments.of(400, "the asterisk", head("OPTIONS * HTTP/1.1")),
            Arguments.of(400, "a fragment", head("GET /first#x HTTP/1.1")),
            Arguments.of(400, "a backslash", head("GET /first\\x HTTP/1.1")),
            Arguments.of(400, "a broken escape", head("GET /first%2 HTTP/1.1")),
            Arguments.of(400, "an escape of no octet", head("GET /first%zz HTTP/1.1")),
            Arguments.of(400, "an escaped null", head("GET /first%00 HTTP/1.1")),
            Arguments.of(400, "letters beyond ASCII in the target", head("GET /f\u00e9 HTTP/1.1")),
            Arguments.of(400, "a line feed alone", "GET /first HTTP/1.1\nHost: a\r\n\r\n"),
            Arguments.of(400, "a line feed alone in the fields", "GET /first HTTP/1.1\r\nHost: a\n\r\n\r\n"),
            Arguments.of(400, "a carriage return alone", "GET /first HTTP/1.1\r\nHost: a\rX: y\r\n\r\n"),
            Arguments.of(400, "no Host", "GET /first HTTP/1.1\r\n\r\n"),
            Arguments.of(400, "an empty Host", "GET /first HTTP/1.1\r\nHost:\r\n\r\n"),
            Arguments.of(400, "two Hosts", head("GET /first HTTP/1.1", "Host: a")),
            Arguments.of(400, "a Host with a path", "GET /first HTTP/1.1\r\nHost: a/b\r\n\r\n"),
            Arguments.of(400, "a Host with a user", "GET /first HTTP/1.1\r\nHost: x@a\r\n\r\n"),
            Arguments.of(400, "a Host with a bad port", "GET /first HTTP/1.1\r\nHost: a:99999\r\n\r\n"),
            Arguments.of(400, "a list of Hosts", "GET /first HTTP/1.1\r\nHost: a, b\r\n\r\n"),
            Arguments.of(400, "an open bracket in Host", "GET /first HTTP/1.1\r\nHost: [::1\r\n\r\n"),
            Arguments.of(400, "a folded line", head("GET /first HTTP/1.1", "X: y", " z")),
            Arguments.of(400, "a space before the colon", head("GET /first HTTP/1.1", "X : y")),
            Arguments.of(400, "a field without a name", head("GET /first HTTP/1.1", ": y")),
            Arguments.of(400, "a field without a colon", head("GET /first HTTP/1.1", "X")),
            Arguments.of(400, "a name that is no token", head("GET /first HTTP/1.1", "X(1): y")),
            Arguments.of(400, "a null in a value", head("GET /first HTTP/1.1", "X: y\0z")),
            Arguments.of(400, "a control character in a value", head("GET /first HTTP/1.1", "X: y\u0007z")),
            Arguments.of(417, "another expectation", head("POST /read HTTP/1.1", "Expect: cake", "Content-Length: 1")),
            Arguments.of(415, "a coded body", post("Content-Encoding: gzip", "Content-Length: 1")),
            Arguments.of(414, "a long target", head("GET /" + "a".repeat(9_000) + " HTTP/1.1")),
            Arguments.of(414, "an endless target", "GET /" + "a".repeat(20_000)),
            Arguments.of(431, "a long field", head("GET /first HTTP/1.1", "X: " + "y".repeat(17_000))),
            Arguments.of(431, "many fields", head("GET /first HTTP/1.1", "X: y\r\n".repeat(200) + "X: y")),
            Arguments.of(400, "TLS where none is spoken", "\u0016\u0003\u0001\u0002\0\u0001"),
            Arguments.of(400, "a signed length", post("Content-Length: +5") + "hello"),
            Arguments.of(400, "a negative length", post("Content-Length: -5") + "hello"),
            Arguments.of(400, "a length in hexadecimal", post("Content-Length: 0x5") + "hello"),
            Arguments.of(400, "a blank length", post("Content-Length: ") + "hello"),
            Arguments.of(400, "a length beyond all numbers", post("Content-Length: 99999999999999999999") + "hello"),
            Arguments.of(400, "a length with a space", post("Content-Length: 1 0") + "hello"),
            Arguments.of(400, "a list of lengths", post("Content-Length: 5, 5") + "hello"),
            Arguments.of(400, "two lengths", post("Content-Length: 5", "Content-Length: 5") + "hello"),
            Arguments.of(400, "two different lengths", post("Content-Length: 5", "Content-Length: 6") + "hello"),
            Arguments.of(
                    400, "chunks and a length", post("Transfer-Encoding: chunked", "Content-Length: 5") + "0\r\n\r\n"),
            Arguments.of(
                    400, "a length and chunks", post("Content-Length: 5", "Transfer-Encoding: chunked") + "0\r\n\r\n"),
            Arguments.of(501, "gzip, then chunked", post("Transfer-Encoding: gzip, chunked") + "0\r\n\r\n"),
            Arguments.of(400, "chunked, then gzip", post("Transfer-Encoding: chunked, gzip") + "0\r\n\r\n"),
            Arguments.of(400, "chunked twice", post("Transfer-Encoding: chunked, chunked") + "0\r\n\r\n"),
            Arguments.of(
                    400, "chunked in two fields", post("Transfer-Encoding: chunked", "Transfer-Encoding: chunked")),
            Arguments.of(400, "nearly chunked", post("Transfer-Encoding: xchunked") + "0\r\n\r\n"),
            Arguments.of(400, "a quoted coding", post("Transfer-Encoding: \"chunked\"") + "0\r\n\r\n"),
            Arguments.of(400, "identity", post("Transfer-Encoding: identity") + "0\r\n\r\n"),
            Arguments.of(400, "no coding", post("Transfer-Encoding:") + "0\r\n\r\n"),
            Arguments.of(400, "chunks in HTTP/1.0", head("POST /read HTTP/1.0", "Transfer-Encoding: chunked")));

    @ParameterizedTest(name = "{1}")
    @FieldSource("HEADS")
    void a_broken_head_is_answered_once_and_ends_the_connection(int status, String name, String request)
            throws IOException {
        SERVER.served().clear();
        try (RawCaller caller = SERVER.caller()) {
            String answers = caller.send(request + SECOND).halfClose().untilClosed();
            assertEquals(List.of(status), statuses(answers), answers);
            assertTrue(answers.contains("\r\nConnection: close\r\n"), answers);
            assertEquals(List.of(), SERVER.served());
        }
    }

    static final List<String> CHUNKS = List.of(
            "0x5\r\nhello\r\n0\r\n\r\n",
            "+5\r\nhello\r\n0\r\n\r\n",
            "-5\r\nhello\r\n0\r\n\r\n",
            " 5\r\nhello\r\n0\r\n\r\n",
            "5 \r\nhello\r\n0\r\n\r\n",
            "5 5\r\nhello\r\n0\r\n\r\n",
            "zz\r\nhello\r\n0\r\n\r\n",
            "\r\nhello\r\n0\r\n\r\n",
            ";a=b\r\nhello\r\n0\r\n\r\n",
            "5\nhello\r\n0\r\n\r\n",
            "5\rhello\r\n0\r\n\r\n",
            "5;a\nhello\r\n0\r\n\r\n",
            "5;a=\"\n\"\r\nhello\r\n0\r\n\r\n",
            "5;a\0\r\nhello\r\n0\r\n\r\n",
            "5;" + "a".repeat(65_536) + "\r\nhello\r\n0\r\n\r\n",
            "10000000000000005\r\nhello\r\n0\r\n\r\n",
            "ffffffffffffffff\r\nhello\r\n0\r\n\r\n",
            "5\r\nhelloXX0\r\n\r\n",
            "5\r\nhello\n0\r\n\r\n",
            "5\r\nhello\r0\r\n\r\n",
            "5\r\nhello!\r\n0\r\n\r\n",
            "5\r\nhell\r\n0\r\n\r\n",
            "5\r\nhello\r\n0\r\nbad trailer\r\n\r\n",
            "5\r\nhello\r\n0\r\nX : y\r\n\r\n",
            "5\r\nhello\r\n0\r\nX: y\n\r\n",
            "5\r\nhello\r\n0\r\n X: y\r\n\r\n",
            "5\r\nhello\r\n0\r\n" + "X: y\r\n".repeat(10_000) + "\r\n",
            "5\r\nhello\r\n0\r\nX\r\n",
            "5\r\nhello\r\n0\r\n\n");

    @ParameterizedTest
    @FieldSource("CHUNKS")
    void broken_chunks_end_the_connection_and_nothing_behind_them_is_a_request(String body) throws IOException {
        SERVER.served().clear();
        try (RawCaller caller = SERVER.caller()) {
            String answers = caller.send(CHUNKED + body + SECOND).halfClose().untilClosed();
            assertEquals(List.of(400), statuses(answers), answers);
            assertEquals(List.of("POST /read"), SERVER.served());
        }
    }

    static final List<Arguments> LEGAL = List.of(
            Arguments.of("plain chunks", CHUNKED + "5\r\nhello\r\n0\r\n\r\n"),
            Arguments.of("chunks of capitals and zeros", CHUNKED + "0005\r\nhello\r\n000\r\n\r\n"),
            Arguments.of("an extension", CHUNKED + "5;a=b\r\nhello\r\n0;c\r\n\r\n"),
            Arguments.of("a spaced extension", CHUNKED + "5 ; a = \"b;c\"\r\nhello\r\n0\r\n\r\n"),
            Arguments.of("trailers", CHUNKED + "5\r\nhello\r\n0\r\nX: y\r\nContent-Length: 99\r\n\r\n"),
            Arguments.of("two chunks", CHUNKED + "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"),
            Arguments.of("a coding in capitals", post("Transfer-Encoding: Chunked") + "5\r\nhello\r\n0\r\n\r\n"),
            Arguments.of("a length", post("Content-Length: 5") + "hello"),
            Arguments.of("a length with zeros", post("Content-Length:  005 ") + "hello"),
            Arguments.of("an expectation", post("Expect: 100-continue", "Content-Length: 5") + "hello"),
            Arguments.of("an empty line before it", "\r\n" + post("Content-Length: 5") + "hello"),
            Arguments.of("a later minor version", head("POST /read HTTP/1.7", "Content-Length: 5") + "hello"),
            Arguments.of(
                    "an upgrade that is not taken",
                    post("Upgrade: h2c", "Connection: Upgrade", "Content-Length: 5") + "hello"));

    @ParameterizedTest(name = "{0}")
    @FieldSource("LEGAL")
    void a_legal_body_is_read_and_the_next_request_of_the_connection_is_served(String name, String request)
            throws IOException {
        try (RawCaller caller = SERVER.caller()) {
            String answers = caller.send(request + SECOND).until("hello");
            assertEquals(List.of(200, 200), statuses(answers.replace("HTTP/1.1 100 ", "")), answers);
            assertTrue(answers.contains("\r\n\r\n5HTTP"), answers);
        }
    }

    @Test
    void a_request_may_come_byte_by_byte() throws IOException {
        try (RawCaller caller = SERVER.caller()) {
            for (char letter : (CHUNKED + "5;a\r\nhello\r\n0\r\nX: y\r\n\r\n" + SECOND).toCharArray()) {
                caller.send(String.valueOf(letter));
            }
            assertEquals(List.of(200, 200), statuses(caller.until("hello")));
        }
    }

    @Test
    void pipelined_requests_are_answered_in_order() throws IOException {
        try (RawCaller caller = SERVER.caller()) {
            String three = post("Content-Length: 3") + "abc" + CHUNKED + "1\r\na\r\n0\r\n\r\n" + SECOND;
            String answers = caller.send(three).until("hello");
            assertTrue(answers.indexOf("\r\n\r\n3") < answers.indexOf("\r\n\r\n1"), answers);
        }
    }

    static Stream<String> old_requests() {
        return Stream.of(
                "GET /first HTTP/1.0\r\n\r\n", "GET /first HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("old_requests")
    void http_1_0_is_answered_with_or_without_a_host_and_the_connection_ends(String request) throws IOException {
        try (RawCaller caller = SERVER.caller()) {
            String answer = caller.send(request).untilClosed();
            assertTrue(answer.endsWith("\r\n\r\nhello"), answer);
        }
    }

    @Test
    void http_1_0_gets_a_stream_without_chunks() throws IOException {
        try (RawCaller caller = SERVER.caller()) {
            String answer = caller.send("GET /stream HTTP/1.0\r\n\r\n").untilClosed();
            assertTrue(answer.endsWith("\r\n\r\npart0;part1;part2;"), answer);
            assertFalse(answer.contains("chunked"), answer);
        }
    }

    @Test
    void a_connection_ends_with_the_answer_when_the_caller_says_so() throws IOException {
        SERVER.served().clear();
        try (RawCaller caller = SERVER.caller()) {
            caller.send(head("GET /first HTTP/1.1", "Connection: keep-alive, Close") + SECOND);
            assertEquals(List.of(200), statuses(caller.untilClosed()));
            assertEquals(List.of("GET /first"), SERVER.served());
        }
    }

    @Test
    void an_answer_to_head_has_no_body() throws IOException {
        try (RawCaller caller = SERVER.caller()) {
            String answers = caller.send(head("HEAD /first HTTP/1.1") + SECOND).until("hello");
            assertTrue(answers.contains("\r\n\r\nHTTP/1.1"), answers);
        }
    }
}
