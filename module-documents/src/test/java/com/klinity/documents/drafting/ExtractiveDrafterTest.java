package com.klinity.documents.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.documents.spi.Draft;
import com.klinity.documents.spi.DraftFailure;
import com.klinity.documents.spi.DraftRequest;
import com.klinity.documents.spi.DraftRequest.Section;
import com.klinity.documents.spi.DraftRequest.Utterance;
import com.klinity.documents.spi.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractiveDrafterTest {

    private static final List<Topic> HISTORY = List.of(Topic.COMPLAINT, Topic.SYMPTOMS, Topic.MEDICATION);

    private static final Map<String, List<Section>> TEMPLATES = Map.of(
            "soap", titled("subjective", "objective", "assessment", "plan"),
            "birp", titled("behavior", "intervention", "response", "plan"),
            "progress", titled("interval", "findings", "assessment", "plan"));

    private final ExtractiveDrafter drafter = new ExtractiveDrafter();

    @ParameterizedTest
    @CsvSource({
        "cough-en, soap, en",
        "knee-pt-BR, soap, pt-BR",
        "session-en, birp, en-US",
        "diabetes-en, soap, en",
        "ear-en, soap, en",
        "pressure-pt-BR, soap, pt",
        "therapy-pt-BR, birp, pt-BR",
        "back-en, soap, en",
        "belly-pt-BR, soap, pt-BR",
        "followup-en, progress, en"
    })
    void each_utterance_lands_where_a_clinician_would_put_it(String name, String template, String language) {
        Consultation consultation = Consultation.read(name);
        Draft draft = drafter.draft(
                new DraftRequest(language, TEMPLATES.getOrDefault(template, List.of()), consultation.utterances()));
        assertEquals(
                lines(consultation.utterances(), consultation.sections()),
                lines(consultation.utterances(), landed(draft, consultation.utterances())));
    }

    /** The cues were never fitted to these two, so they tell what to expect of a new consultation. */
    @Test
    void of_consultations_it_was_not_made_for_four_utterances_in_five_land_right() {
        int right = 0;
        int all = 0;
        for (String name : List.of("unseen/headache-en", "unseen/asthma-pt-BR")) {
            Consultation consultation = Consultation.read(name);
            Draft draft = soap(name.endsWith("en") ? "en" : "pt-BR", consultation.utterances());
            List<String> landed = landed(draft, consultation.utterances());
            for (int i = 0; i < landed.size(); i++) {
                right += landed.get(i).equals(consultation.sections().get(i)) ? 1 : 0;
                all++;
            }
        }
        assertTrue(right >= 0.8 * all, right + " of " + all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cough-en", "diabetes-en", "session-en", "back-en"})
    void no_word_of_a_draft_was_not_said_in_the_utterances_it_cites(String name) {
        List<Utterance> utterances = Consultation.read(name).utterances();
        for (Draft.Sentence sentence : sentences(soap("en", utterances))) {
            String said = sentence.utterances().stream()
                    .map(index -> Words.of(utterances.get(index).text()))
                    .collect(Collectors.joining(" "));
            assertTrue(said.contains(Words.of(sentence.text())), sentence.text());
        }
    }

    @Test
    void a_draft_of_the_same_words_is_the_same() {
        List<Utterance> utterances = Consultation.read("cough-en").utterances();
        assertEquals(soap("en", utterances), soap("en", utterances));
    }

    @Test
    void words_without_punctuation_become_sentences() {
        List<String> written = texts(
                soap("en", Consultation.of("do you smoke", "no i stopped in january", "i feel tired every monday,")));
        assertEquals(List.of("Do you smoke?", "No I stopped in January.", "I feel tired every Monday."), written);
    }

    @Test
    void punctuation_of_the_transcript_stays_as_it_is() {
        List<String> written =
                texts(soap("en", Consultation.of("My knee hurts! It started with Dr. Hall's exercises.")));
        assertEquals(List.of("My knee hurts!", "It started with Dr. Hall's exercises."), written);
    }

    @Test
    void a_sentence_that_a_pause_cut_in_two_is_one_again_and_cites_both() {
        Draft draft = soap("en", Consultation.of("i have had a bad cough", "for about two weeks"));
        assertEquals(
                List.of(new Draft.Sentence("I have had a bad cough for about two weeks.", List.of(0, 1))),
                sentences(draft));
    }

    @Test
    void a_short_answer_stays_with_its_question() {
        Draft draft =
                soap("en", Consultation.of("does it hurt when i press here", "no", "have you had a fever", "yes"));
        assertEquals(
                Map.of("objective", List.of(0, 1), "subjective", List.of(2, 3)),
                new TreeMap<>(draft.sections().stream()
                        .collect(Collectors.toMap(
                                Draft.Section::key,
                                section -> section.sentences().stream()
                                        .flatMap(sentence -> sentence.utterances().stream())
                                        .toList()))));
    }

    @Test
    void small_talk_alone_makes_an_empty_draft() {
        assertEquals(List.of(), sentences(soap("en", Consultation.of("good morning", "how are you", "fine thanks"))));
    }

    @Test
    void silence_makes_an_empty_draft() {
        assertEquals(List.of(), soap("en", List.of()).sections());
    }

    @Test
    void what_the_template_has_no_place_for_is_left_out() {
        Section plan = new Section("plan", "Plan", "", List.of(Topic.TREATMENT));
        Draft draft = drafter.draft(new DraftRequest(
                "en", List.of(plan), Consultation.of("my head hurts", "please take this medicine for five days")));
        assertEquals(List.of("Please take this medicine for five days."), texts(draft));
    }

    @Test
    void topics_that_a_template_names_count_more_than_its_headings() {
        Section section = new Section("plan", "Plan", "", HISTORY);
        Draft draft =
                drafter.draft(new DraftRequest("en", List.of(section), Consultation.of("i have had a bad cough")));
        assertEquals(List.of("I have had a bad cough."), texts(draft));
    }

    @Test
    void other_languages_are_refused_with_a_code() {
        DraftFailure failure = assertThrows(DraftFailure.class, () -> soap("fr", Consultation.of("bonjour")));
        assertEquals(DraftFailure.Code.LANGUAGE_NOT_SUPPORTED, failure.code());
    }

    private Draft soap(String language, List<Utterance> utterances) {
        return drafter.draft(new DraftRequest(language, TEMPLATES.getOrDefault("soap", List.of()), utterances));
    }

    /** Sections whose headings alone tell what they take. */
    private static List<Section> titled(String... keys) {
        return List.of(keys).stream()
                .map(key -> new Section(key, key, "", List.of()))
                .toList();
    }

    private static List<String> landed(Draft draft, List<Utterance> utterances) {
        Map<Integer, String> sections = new TreeMap<>();
        draft.sections()
                .forEach(section -> section.sentences().stream()
                        .flatMap(sentence -> sentence.utterances().stream())
                        .forEach(index ->
                                sections.merge(index, section.key(), (a, b) -> a.equals(b) ? a : a + " and " + b)));
        List<String> landed = new ArrayList<>();
        utterances.forEach(utterance -> landed.add(sections.getOrDefault(utterance.index(), "-")));
        return landed;
    }

    private static String lines(List<Utterance> utterances, List<String> sections) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < sections.size(); i++) {
            lines.append(sections.get(i))
                    .append(" | ")
                    .append(utterances.get(i).text())
                    .append('\n');
        }
        return lines.toString();
    }

    private static List<Draft.Sentence> sentences(Draft draft) {
        return draft.sections().stream()
                .flatMap(section -> section.sentences().stream())
                .toList();
    }

    private static List<String> texts(Draft draft) {
        return sentences(draft).stream().map(Draft.Sentence::text).toList();
    }
}
