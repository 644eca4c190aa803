package com.klinity.notifications.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.notifications.spi.Mail;
import com.klinity.notifications.spi.MailFailure;
import com.klinity.notifications.spi.MailTransport;
import com.klinity.notifications.testkit.MailTransportContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest extends MailTransportContract {

    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?UTF-8\\?B\\?([^?]*)\\?=");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T08:15:01Z"));

    @TempDir
    Path data;

    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = new Mailbox(data.resolve("mailbox"), CLOCK);
    }

    @Override
    protected MailTransport transport() {
        return mailbox;
    }

    @Override
    protected List<String> arrived() {
        return files().stream().map(MailboxTest::read).map(MailboxTest::decoded).toList();
    }

    @Test
    void a_file_is_named_by_time_and_kind() {
        transport().send(mail("key"));
        assertTrue(files().getFirst()
                .getFileName()
                .toString()
                .matches("20261122T081501\\.000Z-sign-in-code-[a-p]{16}\\.eml"));
    }

    @Test
    void only_the_servers_user_can_read_it() throws IOException {
        transport().send(mail("key"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())));
    }

    @Test
    void the_name_tells_nothing_of_the_recipient() {
        Mail mail = mail("key");
        transport().send(mail);
        assertFalse(files().getFirst().getFileName().toString().contains(mail.to()));
    }

    @Test
    void a_file_is_in_the_form_of_RFC_5322() {
        Mail mail = mail("key");
        transport().send(mail);
        String file = read(files().getFirst());
        assertAll(
                () -> assertTrue(file.startsWith("Date: Sun, 22 Nov 2026 08:15:01 GMT\r\n")),
                () -> assertTrue(file.contains("\r\nTo: " + mail.to() + "\r\n")),
                () -> assertTrue(file.contains("\r\n\r\nSeu código de acesso é 123456\r\n\r\nEle vale")),
                () -> assertFalse(file.replace("\r\n", "").contains("\n")));
    }

    @Test
    void the_header_is_ASCII_with_short_lines() {
        Mail mail = mail("key");
        transport()
                .send(new Mail(
                        mail.kind(), mail.to(), "código ".repeat(30).strip(), mail.text(), mail.idempotencyKey()));
        String file = read(files().getFirst());
        String header = file.substring(0, file.indexOf("\r\n\r\n"));
        assertAll(
                () -> assertTrue(header.chars().allMatch(c -> c < 0x7f)),
                () -> assertTrue(Arrays.stream(header.split("\r\n", -1)).allMatch(line -> line.length() <= 76)),
                () -> assertTrue(decoded(file).contains("código ".repeat(30).strip())));
    }

    @Test
    void the_only_run_of_six_digits_is_the_code() {
        Mail mail = mail("key");
        transport().send(new Mail(mail.kind(), "ana@example.org", mail.subject(), mail.text(), "key"));
        assertEquals(
                List.of("123456"),
                Pattern.compile("[0-9]{6}")
                        .matcher(read(files().getFirst()))
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_failure_that_may_pass() throws IOException {
        Files.writeString(data.resolve("mailbox"), "a file in the way");
        assertTrue(assertThrows(MailFailure.class, () -> transport().send(mail("key")))
                .retryable());
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(data.resolve("mailbox"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(String file) {
        String unfolded = file.replace("?=\r\n =?", "?==?");
        return ENCODED_WORD
                .matcher(unfolded)
                .replaceAll(word -> new String(Base64.getDecoder().decode(word.group(1)), UTF_8));
    }
}
