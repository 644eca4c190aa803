package com.klinity.documents.drafting;

import com.klinity.documents.spi.Topic;
import java.util.ArrayList;
import java.util.List;

/** Decides what each statement is about: first the part of the consultation, then the topic within it. */
final class TopicChoice {

    private TopicChoice() {}

    static List<Topic> of(List<Statement> statements) {
        List<Phase> phases =
                PhasePath.of(statements.stream().map(Statement::evidence).toList());
        List<Topic> topics = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            topics.add(statements.get(i).evidence().strongest(phases.get(i)));
        }
        return withComplaint(statements, topics);
    }

    /** The first symptom that is told, not asked for, is why the patient came. */
    private static List<Topic> withComplaint(List<Statement> statements, List<Topic> topics) {
        if (!topics.contains(Topic.COMPLAINT)) {
            for (int i = 0; i < topics.size(); i++) {
                if (topics.get(i) == Topic.SYMPTOMS && !statements.get(i).asks()) {
                    topics.set(i, Topic.COMPLAINT);
                    break;
                }
            }
        }
        return topics;
    }
}
