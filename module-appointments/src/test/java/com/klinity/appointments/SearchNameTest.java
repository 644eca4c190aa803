package com.klinity.appointments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchNameTest {

    @ParameterizedTest
    @CsvSource({
        "João Gonçalves, joao goncalves",
        "JOSÉ, jose",
        "Jose\u0301, jose",
        "Łukasz Møller, lukasz moller",
        "Groß, gross",
        "İpek Işık, ipek isik",
        "ΣΟΦΟΣ, σοφοσ",
        "ﬁona, fiona",
        "Ａｎａ, ana",
        "Jean‑Luc  de\u00a0Vries, jean luc de vries",
        "O’Brien, o'brien",
        "100%_a\\, 100%_a\\"
    })
    void folding_removes_what_a_search_should_not_see(String name, String folded) {
        assertEquals(folded, SearchName.fold(name));
    }

    @Test
    void nothing_is_left_of_marks_and_dashes() {
        assertEquals("", SearchName.fold(" \u0301-\u2014 "));
    }

    @Test
    void an_ending_begins_at_each_word() {
        assertEquals(
                List.of("maria d'avila (nina)", "d'avila (nina)", "avila (nina)", "(nina)", "nina)"),
                SearchName.endings("Maria D'Ávila (Nina)"));
    }

    @Test
    void an_ending_never_begins_inside_a_word() {
        assertEquals(List.of("ana2maria"), SearchName.endings("Ana2Maria"));
    }

    @Test
    void letters_beyond_the_basic_plane_stay_whole() {
        assertEquals(List.of("a𐐨 𐐨", "𐐨"), SearchName.endings("a𐐀 𐐀"));
    }

    @Test
    void the_longest_unfolding_still_fits_an_index_entry() {
        String longest = "\ufdfa".repeat(PatientInput.NAME_MOST);
        assertTrue(SearchName.endings(longest).stream()
                .allMatch(ending -> ending.getBytes(StandardCharsets.UTF_8).length <= 800));
    }

    @Test
    void a_long_name_is_not_cut_inside_a_surrogate_pair() {
        String folded = SearchName.fold("a" + "𐐨".repeat(150));
        assertEquals(199, folded.length());
    }
}
