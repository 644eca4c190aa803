package com.klinity.appointments;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Rules;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.org", "a+b.c@mail.example.com.br", "joão@exemplo.br"})
    void an_address_is_accepted(String email) {
        assertDoesNotThrow(() -> check(email, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ana",
                "ana@",
                "@example.org",
                "ana@example",
                "a@b@example.org",
                "a b@c.org",
                "a@b.",
                "a@b.org\n"
            })
    void what_is_no_address_is_refused(String email) {
        assertEquals(List.of("/contact/email"), faults(email, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+55 (11) 91234-5678", "(11) 91234-5678", "555-0100", "+1.202.555.0100", "190"})
    void a_telephone_number_is_accepted(String phone) {
        assertDoesNotThrow(() -> check(null, phone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "call me", "+", "++55 11", "1234567890123456789012345", "123\n456"})
    void what_is_no_telephone_number_is_refused(String phone) {
        assertEquals(List.of("/contact/phone"), faults(null, phone));
    }

    @Test
    void long_hostile_text_costs_no_time() {
        String hostile = "a@" + "b.".repeat(500_000);
        assertEquals(
                List.of("/contact/email", "/contact/phone"),
                Assertions.assertTimeout(Duration.ofSeconds(10), () -> faults(hostile, "1 ".repeat(500_000) + "x")));
    }

    @Test
    void short_hostile_text_costs_no_time() {
        String digits = "1 ( ( ( ( ( ( ( ( ( ( ( ( ( ( ( ( ( ( x";
        assertEquals(
                List.of("/contact/phone"),
                Assertions.assertTimeout(Duration.ofSeconds(10), () -> faults(null, digits)));
    }

    @Test
    void an_empty_contact_is_none() {
        assertNull(new Contact(null, null).orNull());
    }

    private static void check(@Nullable String email, @Nullable String phone) {
        Rules rules = new Rules();
        new Contact(email, phone).check(rules);
        rules.enforce();
    }

    private static List<String> faults(@Nullable String email, @Nullable String phone) {
        return assertThrows(Refusal.class, () -> check(email, phone)).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }
}
