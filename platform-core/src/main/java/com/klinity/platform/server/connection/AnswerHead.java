package com.klinity.platform.server.connection;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The first bytes of an answer: a head, and perhaps more.
 *
 * @param text   up to and with the empty line
 * @param behind where the rest begins
 */
record AnswerHead(String text, int behind) {

    private static final String END = "\r\n\r\n";

    static AnswerHead of(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = all.indexOf(END);
        int behind = end < 0 ? all.length() : end + END.length();
        return new AnswerHead(all.substring(0, behind), behind);
    }

    boolean isChunked() {
        return text.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked\r\n");
    }

    /** The same, telling that the connection ends; without its framing when the end of the connection tells the body's. */
    byte[] closing(boolean unframed) {
        StringBuilder head = new StringBuilder(text.length() + 32);
        for (String line : text.lines().toList()) {
            String name = line.toLowerCase(Locale.ROOT);
            boolean framing = unframed && name.startsWith("transfer-encoding:");
            if (!line.isEmpty() && !framing && !name.startsWith("connection:")) {
                head.append(line).append("\r\n");
            }
        }
        return head.append("Connection: close").append(END).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
