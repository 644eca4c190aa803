package com.klinity.documents.drafting;

import com.klinity.documents.spi.DraftRequest.Utterance;
import java.util.ArrayList;
import java.util.List;

/**
 * A consultation and where a clinician would put each utterance.
 *
 * @param sections one for each utterance; {@code "-"} for what belongs nowhere
 */
record Consultation(List<Utterance> utterances, List<String> sections) {

    private static final long LENGTH = 2_000;
    private static final long PAUSE = 700;

    static Consultation read(String name) {
        List<Utterance> utterances = new ArrayList<>();
        List<String> sections = new ArrayList<>();
        for (String line : CueFile.lines(name + ".txt")) {
            int bar = line.indexOf('|');
            sections.add(line.substring(0, bar));
            utterances.add(said(utterances.size(), line.substring(bar + 1)));
        }
        return new Consultation(utterances, sections);
    }

    static List<Utterance> of(String... texts) {
        List<Utterance> utterances = new ArrayList<>();
        for (String text : texts) {
            utterances.add(said(utterances.size(), text));
        }
        return utterances;
    }

    private static Utterance said(int index, String text) {
        long start = index * (LENGTH + PAUSE);
        return new Utterance(index, "A", start, start + LENGTH, text);
    }
}
