package com.klinity.benchmarks.bare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An HTTP/1.1 answer.
 *
 * @param status  200 and so on
 * @param headers field lines without those that belong to the connection
 * @param body    its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Message(int status, Map<String, String> headers, byte[] body) {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "content-length", "date");

    /** Copies the fields. */
    public Message {
        headers = Map.copyOf(headers);
    }

    /** How many bytes a message that begins with these has, or -1 when its head is not complete yet. */
    public static int length(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        if (end < 0) {
            return -1;
        }
        String length = fields(text.substring(0, end)).getOrDefault("content-length", "0");
        return end + END_OF_HEAD.length() + Integer.parseInt(length);
    }

    /** Reads a complete one. */
    public static Message parse(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        Map<String, String> fields = fields(text.substring(0, end));
        fields.keySet().removeAll(OF_THE_CONNECTION);
        int status = Integer.parseInt(text.split(" ", 3)[1]);
        return new Message(status, fields, Arrays.copyOfRange(bytes, end + END_OF_HEAD.length(), bytes.length));
    }

    private static Map<String, String> fields(String head) {
        Map<String, String> fields = new LinkedHashMap<>();
        head.lines().skip(1).forEach(line -> {
            String[] field = line.split(":", 2);
            fields.put(field[0].toLowerCase(Locale.ROOT), field[1].strip());
        });
        return fields;
    }
}
