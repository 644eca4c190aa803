package com.klinity.notifications;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.notifications.spi.Mail;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Texts TEXTS = Texts.load();

    @ParameterizedTest
    @MethodSource("every_kind_in_every_language")
    void a_text_has_a_subject_of_one_line_and_no_holes(MailKind kind, Language language) {
        Mail mail = TEXTS.compose(kind, language, "ana@example.org", valuesOf(kind), ID);
        assertAll(
                () -> assertFalse(mail.subject().isBlank()),
                () -> assertFalse(mail.text().isBlank()),
                () -> assertFalse((mail.subject() + mail.text()).contains("{")),
                () -> assertEquals(ID.toString(), mail.idempotencyKey()));
    }

    @ParameterizedTest
    @MethodSource("every_kind_in_every_language")
    void a_code_stands_in_the_text_but_not_in_the_subject_that_lock_screens_show(MailKind kind, Language language) {
        Mail mail = TEXTS.compose(kind, language, "ana@example.org", valuesOf(kind), ID);
        assertAll(
                () -> assertEquals(
                        valuesOf(kind).containsKey("code"), mail.text().contains("123456")),
                () -> assertFalse(mail.subject().contains("123456")));
    }

    @ParameterizedTest
    @CsvSource({"en,ENGLISH", "en-GB,ENGLISH", "pt-BR,BRAZILIAN_PORTUGUESE", "pt-PT,BRAZILIAN_PORTUGUESE", "de,ENGLISH"
    })
    void the_nearest_language_is_used(String tag, Language language) {
        assertEquals(language, Language.nearest(tag));
    }

    @ParameterizedTest
    @MethodSource("every_kind_in_every_language")
    void lines_are_short_enough_for_every_mail_program(MailKind kind, Language language) {
        Mail mail = TEXTS.compose(kind, language, "ana@example.org", valuesOf(kind), ID);
        assertTrue(mail.text().lines().allMatch(line -> line.length() <= 998));
    }

    static Stream<Arguments> every_kind_in_every_language() {
        return Stream.of(MailKind.values())
                .flatMap(kind -> Stream.of(Language.values()).map(language -> Arguments.of(kind, language)));
    }

    private static Map<String, String> valuesOf(MailKind kind) {
        Map<String, String> code = Map.of("code", "123456", "minutes", "10");
        return kind.admits(code) ? code : Map.of();
    }
}
