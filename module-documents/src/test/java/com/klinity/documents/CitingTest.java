package com.klinity.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CitingTest {

    private static final UUID TRANSCRIPT = UUID.randomUUID();

    private static final Sentence COUGH = cited("I cough.", 1);
    private static final Sentence FEVER = cited("Dr. Hall saw a fever.", 2);

    @Test
    void an_unchanged_text_keeps_all_citations() {
        assertEquals(List.of(COUGH, FEVER), after("I cough. Dr. Hall saw a fever."));
    }

    @Test
    void a_changed_sentence_loses_its_citation_and_the_others_keep_theirs() {
        assertEquals(List.of(uncited("I cough at night."), FEVER), after("I cough at night. Dr. Hall saw a fever."));
    }

    @Test
    void sentences_put_between_are_not_cited() {
        assertEquals(
                List.of(COUGH, uncited("It is dry."), uncited("It is loud."), FEVER),
                after("I cough. It is dry. It is loud. Dr. Hall saw a fever."));
    }

    @Test
    void the_order_and_the_line_breaks_do_not_matter() {
        assertEquals(List.of(FEVER, COUGH), after("Dr. Hall saw a fever.\n\n  I cough."));
    }

    @Test
    void a_sentence_that_goes_on_is_another_sentence() {
        assertNull(after("I cough.5 times. Then I sleep."));
    }

    @Test
    void a_sentence_within_another_is_not_the_sentence() {
        assertNull(after("When I sleep,I cough."));
    }

    @Test
    void a_text_that_cites_nothing_has_no_sentences() {
        assertNull(after("Written by hand. Entirely."));
    }

    @Test
    void an_empty_text_has_no_sentences() {
        assertNull(after(""));
    }

    @Test
    void what_was_said_twice_is_cited_in_turn() {
        Citing citing = Citing.of(List.of(section(cited("No.", 3), cited("No.", 4))));
        assertEquals(List.of(cited("No.", 3), cited("No.", 4), cited("No.", 4)), citing.sentences("No. No. No."));
    }

    @Test
    void of_two_sentences_that_begin_alike_the_longer_one_wins() {
        Sentence longer = cited("I cough. A lot.", 5);
        assertEquals(List.of(longer), Citing.of(List.of(section(COUGH, longer))).sentences("I cough. A lot."));
    }

    private static @org.jspecify.annotations.Nullable List<Sentence> after(String text) {
        return Citing.of(List.of(section(COUGH), section(FEVER))).sentences(text);
    }

    private static Section section(Sentence... sentences) {
        String text = String.join(" ", Stream.of(sentences).map(Sentence::text).toList());
        return new Section("key", "Title", text, List.of(sentences), 1L);
    }

    private static Sentence cited(String text, int utterance) {
        return new Sentence(text, List.of(new Citation(TRANSCRIPT, utterance, 0, 1)));
    }

    private static Sentence uncited(String text) {
        return new Sentence(text, List.of());
    }
}
