package com.klinity.documents.drafting;

import com.klinity.documents.spi.DraftRequest.Utterance;
import java.util.ArrayList;
import java.util.List;

/** Cuts a transcript into remarks: utterances into sentences, and sentences that a pause cut together again. */
final class Remarks {

    /** A longer pause than this, in milliseconds, ends a sentence. */
    private static final long LONGEST_PAUSE = 1_500;

    private Remarks() {}

    static List<Remark> of(List<Utterance> utterances, CueTable cues) {
        List<Remark> remarks = new ArrayList<>();
        for (Utterance utterance : utterances) {
            for (String sentence : Sentences.of(utterance.text())) {
                Remark next = Remark.of(sentence, utterance);
                if (!remarks.isEmpty() && goesOn(remarks.getLast(), next, cues)) {
                    remarks.add(remarks.removeLast().with(next));
                } else {
                    remarks.add(next);
                }
            }
        }
        return remarks;
    }

    private static boolean goesOn(Remark before, Remark next, CueTable cues) {
        return !before.isPunctuated()
                && before.last().speaker().equals(next.last().speaker())
                && next.last().startMs() - before.last().endMs() <= LONGEST_PAUSE
                && cues.continues(next.words())
                && !before.asks(cues)
                && !cues.weigh(before.words()).isChatter()
                && !next.asks(cues);
    }
}
