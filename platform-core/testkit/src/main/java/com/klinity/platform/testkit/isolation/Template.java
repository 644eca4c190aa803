package com.klinity.platform.testkit.isolation;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with holes of the form <code>${name}</code> or <code>${name#etag}</code>. */
record Template(String text) {

    private static final Pattern HOLE = Pattern.compile("\\$\\{([a-z][a-zA-Z0-9-]*(?:#etag)?)}");

    List<String> holes() {
        return HOLE.matcher(text)
                .results()
                .map(hole -> hole.group(1))
                .filter(hole -> !hole.equals(World.MARKER))
                .distinct()
                .toList();
    }

    String fill(UnaryOperator<String> values) {
        return HOLE.matcher(text)
                .replaceAll((MatchResult hole) -> Matcher.quoteReplacement(values.apply(hole.group(1))));
    }
}
