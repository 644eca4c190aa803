package com.klinity.documents;

import com.klinity.documents.spi.Draft;
import com.klinity.documents.spi.DraftFailure;
import com.klinity.transcription.api.TranscriptCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Holds a drafter to its contract: sections of the template only, and no sentence without a citation that exists. */
final class DraftedSections {

    private final Template template;
    private final Map<Integer, Citation> citations = new HashMap<>();

    DraftedSections(Template template, TranscriptCard transcript) {
        this.template = template;
        for (TranscriptCard.Line line : transcript.lines()) {
            citations.put(
                    line.utterance(), new Citation(transcript.id(), line.utterance(), line.startMs(), line.endMs()));
        }
    }

    List<Section> of(Draft draft) {
        Map<String, List<Sentence>> drafted = new HashMap<>();
        for (Draft.Section section : draft.sections()) {
            List<Sentence> sentences =
                    section.sentences().stream().map(this::cited).toList();
            require(drafted.put(section.key(), sentences) == null, "a section twice");
        }
        List<Section> sections = template.sections().stream()
                .map(section -> section(section, drafted.getOrDefault(section.key(), List.of())))
                .toList();
        template.sections().forEach(section -> drafted.remove(section.key()));
        require(drafted.isEmpty(), "a section that the template does not have");
        PaperRules.check("/fromTranscriptId", sections);
        return sections;
    }

    private static Section section(TemplateSection section, List<Sentence> sentences) {
        if (sentences.isEmpty()) {
            return Section.empty(section.key(), section.title());
        }
        String text = sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
        return new Section(section.key(), section.title(), text, sentences, 1L);
    }

    private Sentence cited(Draft.Sentence sentence) {
        require(!sentence.text().isBlank(), "a blank sentence");
        require(!sentence.utterances().isEmpty(), "a sentence without a citation");
        require(citations.keySet().containsAll(sentence.utterances()), "a citation of no utterance");
        return new Sentence(
                sentence.text(),
                sentence.utterances().stream()
                        .map(citations::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new DraftFailure(DraftFailure.Code.UNUSABLE_ANSWER, "the draft has " + fault);
        }
    }
}
