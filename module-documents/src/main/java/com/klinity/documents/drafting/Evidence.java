package com.klinity.documents.drafting;

import com.klinity.documents.spi.Topic;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * How strongly a remark speaks for each topic, and for none.
 *
 * @param weights one entry for each topic, 0 or more
 */
record Evidence(Map<Topic, Double> weights, double smallTalk) {

    double of(Topic topic) {
        return weights.getOrDefault(topic, 0.0);
    }

    double of(Phase phase) {
        return phase.topics().stream().mapToDouble(this::of).max().orElse(0);
    }

    double best() {
        return weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Nothing clinical outweighs the small talk in it. */
    boolean isChatter() {
        return smallTalk > 0 && smallTalk >= best();
    }

    /** The strongest topic of a phase, its usual one when nothing speaks for any. */
    Topic strongest(Phase phase) {
        return phase.topics().stream()
                .filter(topic -> of(topic) > 0)
                .max(Comparator.comparingDouble(this::of))
                .orElse(phase.usual());
    }

    Evidence plus(Topic topic, double weight) {
        Map<Topic, Double> sum = new EnumMap<>(weights);
        sum.merge(topic, weight, Double::sum);
        return new Evidence(sum, smallTalk);
    }

    /** With what was asked, which tells as much about where the answer belongs. */
    Evidence answering(Evidence question) {
        Evidence sum = this;
        for (Topic topic : Topic.values()) {
            sum = sum.plus(topic, question.of(topic));
        }
        return sum;
    }
}
