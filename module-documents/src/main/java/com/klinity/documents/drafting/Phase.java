package com.klinity.documents.drafting;

import com.klinity.documents.spi.Topic;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The parts of a consultation, in the order they come. */
enum Phase {
    HISTORY(Topic.SYMPTOMS, Topic.COMPLAINT, Topic.MENTAL_STATE),
    EXAMINATION(Topic.EXAMINATION, Topic.MEASUREMENTS, Topic.RESPONSE),
    ASSESSMENT(Topic.ASSESSMENT, Topic.ASSESSMENT, Topic.ASSESSMENT),
    PLAN(Topic.TREATMENT, Topic.INVESTIGATIONS, Topic.FOLLOW_UP);

    private final Topic usual;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out but as a view
    private final Set<Topic> topics;

    Phase(Topic usual, Topic first, Topic last) {
        this.usual = usual;
        this.topics = Collections.unmodifiableSet(EnumSet.range(first, last));
    }

    static Phase of(Topic topic) {
        for (Phase phase : values()) {
            if (phase.topics.contains(topic)) {
                return phase;
            }
        }
        throw new IllegalArgumentException(topic.name());
    }

    /** What a remark of this part is about when nothing else is known. */
    Topic usual() {
        return usual;
    }

    Set<Topic> topics() {
        return topics;
    }
}
