package com.klinity.appointments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class FoldedNameTest {

    @Test
    void an_ending_begins_at_each_part_of_a_word() {
        assertEquals(List.of("maria", "davila", "avila", "nina"), endings("Maria D'Ávila (Nina)"));
    }

    @Test
    void a_short_word_is_also_written_in_one_with_the_next() {
        assertEquals(List.of("ana", "dasilva", "silva"), endings("Ana da Silva"));
    }

    @Test
    void an_ending_never_begins_inside_a_word() {
        assertEquals(List.of("ana2maria"), endings("Ana2Maria"));
    }

    @Test
    void letters_beyond_the_basic_plane_stay_whole() {
        assertEquals(List.of("aaa𐐨", "𐐨"), endings("aaa𐐀 𐐀"));
    }

    @Test
    void the_longest_unfolding_still_fits_an_index_entry() {
        assertTrue(endings("\ufdfa".repeat(PatientInput.NAME_MOST)).stream()
                .allMatch(ending -> ending.getBytes(StandardCharsets.UTF_8).length <= 400));
    }

    @Test
    void a_name_of_very_many_parts_has_endings_in_bounds() {
        assertTrue(endings("a-".repeat(100)).size() <= 100);
    }

    @Test
    void what_another_word_implies_is_not_looked_for() {
        List<Set<String>> sought = FoldedName.of("bea an ana bea-ana").sought();
        assertEquals(2, sought.size(), sought::toString);
    }

    @Test
    void the_hardest_names_cost_no_time() {
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            for (String hard : List.of("\ufdfa", "a-", "ü ", "山", "'", "\u0301", "a\u0301")) {
                FoldedName name = FoldedName.of(hard.repeat(200 / hard.length()));
                name.endings();
                name.likeness();
            }
        });
    }

    @Test
    void a_long_order_is_not_cut_inside_a_surrogate_pair() {
        assertEquals(99, FoldedName.of("a" + "𐐨".repeat(90)).order().length());
    }

    @Test
    void names_of_the_same_words_are_alike_in_any_order() {
        assertEquals(
                FoldedName.of("José D'Ávila").likeness(),
                FoldedName.of("DAVILA, Jose").likeness());
    }

    private static List<String> endings(String name) {
        return FoldedName.of(name).endings();
    }
}
