package com.klinity.documents.drafting;

import com.klinity.documents.spi.Topic;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the remarks of one language are about. Immutable. */
final class CueTable {

    private static final Pattern COMMA = Pattern.compile(" *, *");
    private static final Map<String, CueTable> TABLES = Map.of("en", load("cues-en.txt"), "pt", load("cues-pt.txt"));

    private final Map<String, List<Cue>> cues;
    private final List<String> capitals;

    private CueTable(Map<String, List<Cue>> cues, List<String> capitals) {
        this.cues = cues;
        this.capitals = capitals;
    }

    /** The table of a language, whatever its region; empty when there is none. */
    static Optional<CueTable> of(String languageTag) {
        return Optional.ofNullable(TABLES.get(Locale.forLanguageTag(languageTag).getLanguage()));
    }

    private static CueTable load(String file) {
        Map<String, List<Cue>> cues = new HashMap<>();
        List<String> capitals = List.of();
        for (String line : CueFile.lines(file)) {
            String[] parts = line.split(" ", 3);
            List<String> entries = COMMA.splitAsStream(parts[2].strip()).toList();
            if (parts[0].equals("capital")) {
                capitals = join(capitals, entries);
            } else {
                double weight = Double.parseDouble(parts[1]);
                List<Cue> more =
                        entries.stream().map(entry -> Cue.of(weight, entry)).toList();
                cues.merge(parts[0], more, CueTable::join);
            }
        }
        return new CueTable(Map.copyOf(cues), capitals);
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** How strongly the words speak for each topic. */
    Evidence weigh(String words) {
        Map<Topic, Double> weights = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            weights.put(topic, sum(topic.name().toLowerCase(Locale.ROOT), words));
        }
        return new Evidence(weights, sum("small_talk", words));
    }

    boolean asks(String words) {
        return matches("question", words);
    }

    boolean continues(String words) {
        return matches("continues", words);
    }

    /** Words written with a capital wherever they stand. */
    List<String> capitals() {
        return capitals;
    }

    private double sum(String kind, String words) {
        return cues.getOrDefault(kind, List.of()).stream()
                .filter(cue -> cue.in(words))
                .mapToDouble(Cue::weight)
                .sum();
    }

    private boolean matches(String kind, String words) {
        return cues.getOrDefault(kind, List.of()).stream().anyMatch(cue -> cue.in(words));
    }
}
