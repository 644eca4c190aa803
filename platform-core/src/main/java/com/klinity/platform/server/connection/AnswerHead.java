package com.klinity.platform.server.connection;

import io.helidon.common.buffers.BufferData;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The first bytes of an answer: a head, and perhaps more.
 *
 * @param text   up to and with the empty line
 * @param behind where the rest begins
 */
record AnswerHead(String text, int behind) {

    private static final String END = "\r\n\r\n";
    private static final int STATUS = "HTTP/1.1 ".length();
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length:[^\r]*\r\n", Pattern.CASE_INSENSITIVE);

    static AnswerHead of(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = all.indexOf(END);
        int behind = end < 0 ? all.length() : end + END.length();
        return new AnswerHead(all.substring(0, behind), behind);
    }

    /** Whether an answer begins that says nothing has changed; the length of what it leaves out is not told as 0. */
    static boolean isUnchanged(BufferData buffer) {
        return buffer.available() > STATUS + 3
                && buffer.get(STATUS) == '3'
                && buffer.get(STATUS + 1) == '0'
                && buffer.get(STATUS + 2) == '4';
    }

    AnswerHead withoutLength() {
        return new AnswerHead(LENGTH.matcher(text).replaceFirst("\r\n"), behind);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
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
