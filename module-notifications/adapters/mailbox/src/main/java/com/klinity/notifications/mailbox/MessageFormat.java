package com.klinity.notifications.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.klinity.notifications.spi.Mail;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A mail as a file (RFC 5322, RFC 2045). The body stays readable without a mail program: 8bit, not encoded. */
record MessageFormat(Mail mail, String id, Instant sentAt) {

    /** So that the field's name and an encoded word fit into 76 characters (RFC 2047 §2). */
    private static final int WORD_BYTES = 36;

    private static final String CRLF = "\r\n";

    String text() {
        return header().stream().collect(Collectors.joining(CRLF, "", CRLF + CRLF))
                + mail.text().lines().collect(Collectors.joining(CRLF, "", CRLF));
    }

    private List<String> header() {
        return List.of(
                "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(sentAt.atOffset(ZoneOffset.UTC)),
                "From: Klinity <klinity@localhost>",
                "To: " + mail.to(),
                "Subject: " + encoded(mail.subject()),
                "Message-ID: <" + id + "@klinity.localhost>",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: 8bit");
    }

    private static String encoded(String text) {
        return text.chars().allMatch(c -> c < 0x7f) ? text : encodedWords(text);
    }

    /** Never splits a character between two words (RFC 2047 §5). */
    private static String encodedWords(String text) {
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        for (int codePoint : text.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            if ((word + character).getBytes(UTF_8).length > WORD_BYTES) {
                words.append(encodedWord(word)).append(CRLF + " ");
                word.setLength(0);
            }
            word.append(character);
        }
        return words.append(encodedWord(word)).toString();
    }

    private static String encodedWord(CharSequence text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.toString().getBytes(UTF_8)) + "?=";
    }
}
