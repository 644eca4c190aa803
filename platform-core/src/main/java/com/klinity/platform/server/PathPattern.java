package com.klinity.platform.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path of fixed segments and parameters.
 *
 * @param text     as declared, such as {@code /v1/patients/{id}}
 * @param segments its parts
 */
public record PathPattern(String text, List<String> segments) {

    private static final Pattern FORM = Pattern.compile("(/([A-Za-z0-9._-]+|\\{[a-zA-Z]+}))+");

    static PathPattern of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a route path: " + text);
        }
        return new PathPattern(text, split(text));
    }

    static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** The same for all patterns that match the same paths. */
    String shape() {
        return text.replaceAll("\\{[a-zA-Z]+}", "{}");
    }

    /** How many segments are fixed: the pattern with more of them wins. */
    long fixed() {
        return segments.stream().filter(segment -> !isParameter(segment)).count();
    }

    /** The parameters' values when the path matches. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (isParameter(segment)) {
                Optional<String> value = PathSegment.decode(path.get(i));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(segment.substring(1, segment.length() - 1), value.get());
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** Whether there is a path that both match. */
    boolean overlaps(PathPattern other) {
        if (segments.size() != other.segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            String mine = segments.get(i);
            String theirs = other.segments.get(i);
            if (!isParameter(mine) && !isParameter(theirs) && !mine.equals(theirs)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }
}
