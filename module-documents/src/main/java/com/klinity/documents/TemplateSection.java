package com.klinity.documents;

import com.klinity.documents.spi.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section that a template asks for.
 *
 * @param guidance what belongs into it, for people and for drafters
 * @param topics   what belongs into it, for rules; when empty, the key and title are gone by
 */
record TemplateSection(String key, String title, @Nullable String guidance, List<Topic> topics) {

    TemplateSection {
        topics = Absent.toEmpty(topics);
    }
}
