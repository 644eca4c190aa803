package com.klinity.identity.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void spellings_of_one_address_are_equal() {
        assertEquals(EmailAddress.parse("ana@example.org"), EmailAddress.parse("  Ana@EXAMPLE.org "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.co", "first.last+tag@sub.example.org", "o'neill@example.org", "root@localhost"})
    void plausible_addresses_are_taken(String text) {
        assertEquals(Optional.of(new EmailAddress(text)), EmailAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@example.org",
                "ana@",
                "ana@@example.org",
                "a na@example.org",
                "ana@exa mple.org",
                ".ana@example.org",
                "ana..b@example.org",
                "ana@-example.org",
                "ana@example..org",
                "ana@example.org\r\nBcc: eve@example.org",
                "Ana <ana@example.org>",
                "\u212Aana@example.org",
                "ana@ex\u00e4mple.org"
            })
    void others_are_not(String text) {
        assertEquals(Optional.empty(), EmailAddress.parse(text));
    }

    @Test
    void an_address_has_at_most_254_characters() {
        String domain = "x".repeat(60) + "." + "y".repeat(60) + "." + "z".repeat(60) + ".org";
        assertEquals(Optional.empty(), EmailAddress.parse("a".repeat(255 - domain.length()) + "@" + domain));
    }
}
