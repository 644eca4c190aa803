package com.klinity.appointments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "João Gonçalves, joao goncalves",
                "JOSÉ, jose",
                "Jose\u0301, jose",
                "Łukasz Møller, lukasz moller",
                "Groß, gross",
                "GROẞ, gross",
                "İpek Işık, ipek isik",
                "ΣΟΦΟΣ, σοφοσ",
                "ﬁona, fiona",
                "Ａｎａ, ana",
                "Jean‑Luc  de\u00a0Vries, jean-luc de vries",
                "O’Brien, o'brien",
                "O´Brien, o'brien",
                "100%_a\\, 100%_a\\",
                "Андрей, андрей",
                "葛\udb40\udd00, 葛",
                "ｶﾞｸ, ガク",
                "نـــور, نور"
            })
    void folding_removes_what_a_search_should_not_see(String name, String folded) {
        assertEquals(folded, Folding.fold(name));
    }

    @Test
    void nothing_is_left_of_marks_and_spaces() {
        assertEquals("", Folding.fold(" \u0301\u200b\u2003 "));
    }

    @Test
    void what_is_folded_stays_as_it_is() {
        String folded = Folding.fold("Łukasz Œuvrard d’Ávila-Groß İpek Ёлкин がく");
        assertEquals(folded, Folding.fold(folded));
    }
}
