package com.klinity.documents.drafting;

import com.klinity.documents.spi.DraftRequest.Section;
import com.klinity.documents.spi.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a section takes: what its template says or, where that is silent, what its key and heading suggest. */
final class SectionTopics {

    private static final Pattern COMMA = Pattern.compile(", ");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Map<List<Cue>, List<Topic>> SUGGESTIONS = load();

    private SectionTopics() {}

    static List<Topic> of(Section section) {
        if (!section.topics().isEmpty()) {
            return section.topics();
        }
        String words = Words.of(section.key() + " " + section.title());
        return SUGGESTIONS.entrySet().stream()
                .filter(entry -> entry.getKey().stream().anyMatch(cue -> cue.in(words)))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    private static Map<List<Cue>, List<Topic>> load() {
        Map<List<Cue>, List<Topic>> suggestions = new LinkedHashMap<>();
        for (String line : CueFile.lines("section-words.txt")) {
            int middle = line.indexOf(" = ");
            List<Cue> words = COMMA.splitAsStream(line.substring(0, middle))
                    .map(word -> Cue.of(1, word))
                    .toList();
            List<Topic> topics = SPACE.splitAsStream(line.substring(middle + 3))
                    .map(topic -> Topic.valueOf(topic.toUpperCase(Locale.ROOT)))
                    .toList();
            suggestions.put(words, topics);
        }
        return suggestions;
    }
}
