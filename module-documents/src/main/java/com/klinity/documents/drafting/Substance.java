package com.klinity.documents.drafting;

import com.klinity.documents.spi.Topic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves small talk out. What answers a question that stays, stays too, however short. */
final class Substance {

    /** A question alone speaks a little for the history. */
    private static final double ASKING = 1;

    /** Less than this is not enough to keep the answer to a question that went. */
    private static final double FAINT = 1;

    private final CueTable cues;
    private final List<Statement> kept = new ArrayList<>();
    private @Nullable Statement question;
    private boolean answersSmallTalk;

    private Substance(CueTable cues) {
        this.cues = cues;
    }

    static List<Statement> of(List<Remark> remarks, CueTable cues) {
        Substance substance = new Substance(cues);
        remarks.forEach(substance::take);
        return substance.kept;
    }

    private void take(Remark remark) {
        boolean asks = remark.asks(cues);
        Evidence own = cues.weigh(remark.words());
        Statement asked = question;
        boolean answers = asked != null && !asks;
        boolean goes = !answers && isSmallTalk(own, asks);
        if (!goes) {
            Evidence evidence = asked != null && answers ? own.answering(asked.evidence()) : own;
            kept.add(new Statement(remark, asks ? evidence.plus(Topic.SYMPTOMS, ASKING) : evidence, asks));
        }
        question = asks && !goes ? kept.getLast() : null;
        answersSmallTalk = asks && goes;
    }

    private boolean isSmallTalk(Evidence own, boolean asks) {
        return own.isChatter() || (answersSmallTalk && !asks && own.best() <= FAINT);
    }
}
