package com.klinity.documents.drafting;

import com.klinity.documents.spi.DraftRequest.Section;
import com.klinity.documents.spi.Topic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the section a topic belongs into: the first that takes it, else the one that takes what is usual beside it. */
final class SectionChoice {

    private final Map<Topic, String> keys = new EnumMap<>(Topic.class);

    SectionChoice(List<Section> sections) {
        for (Section section : sections) {
            SectionTopics.of(section).forEach(topic -> keys.putIfAbsent(topic, section.key()));
        }
    }

    /** The section's key; empty when the template has no place for it. */
    Optional<String> of(Topic topic) {
        return Optional.ofNullable(
                keys.getOrDefault(topic, keys.get(Phase.of(topic).usual())));
    }
}
