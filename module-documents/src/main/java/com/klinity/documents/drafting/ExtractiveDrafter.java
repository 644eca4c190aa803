package com.klinity.documents.drafting;

import com.klinity.documents.spi.Draft;
import com.klinity.documents.spi.DraftFailure;
import com.klinity.documents.spi.DraftRequest;
import com.klinity.documents.spi.NoteDrafter;
import com.klinity.documents.spi.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drafts by extraction, for English and Portuguese: each remark of the transcript becomes a sentence of the section it
 * belongs to, small talk is left out. Deterministic; nothing leaves the server.
 */
public final class ExtractiveDrafter implements NoteDrafter {

    /** The name it has in settings and in a draft's origin. */
    public static final String NAME = "extractive";

    /** Needs nothing. */
    public ExtractiveDrafter() {}

    @Override
    public Draft draft(DraftRequest request) {
        CueTable cues = CueTable.of(request.language())
                .orElseThrow(() -> new DraftFailure(
                        DraftFailure.Code.LANGUAGE_NOT_SUPPORTED,
                        "the extractive drafter knows English and Portuguese"));
        List<Statement> statements = Substance.of(Remarks.of(request.utterances(), cues), cues);
        List<Topic> topics = TopicChoice.of(statements);
        SectionChoice sections = new SectionChoice(request.sections());
        Wording wording = new Wording(cues);
        Map<String, List<Draft.Sentence>> drafted = new LinkedHashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            String text = wording.of(statement.remark(), statement.asks());
            Draft.Sentence sentence =
                    new Draft.Sentence(text, statement.remark().utterances());
            sections.of(topics.get(i))
                    .ifPresent(key ->
                            drafted.computeIfAbsent(key, k -> new ArrayList<>()).add(sentence));
        }
        return new Draft(drafted.entrySet().stream()
                .map(section -> new Draft.Section(section.getKey(), section.getValue()))
                .toList());
    }
}
