package com.klinity.platform.testkit.isolation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer tells, without what differs between any two: date and request id, values that the caller sent, and in a
 * success the caller's own ids and times.
 */
record Told(int status, Map<String, List<String>> headers, String body) {

    private static final Set<String> DIFFERENT_EACH_TIME = Set.of("date", "x-request-id");
    private static final Pattern TEXT = Pattern.compile("text/.*|.*json.*|");
    private static final Map<Pattern, String> CHANGING = Map.of(
            Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+"), "«token»",
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\\.[\\w-]{16}\\.[\\w-]{43})?"), "«id»",
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"), "«time»",
            Pattern.compile("\\b[0-9a-f]{64}\\b"), "«hash»",
            Pattern.compile("(?<=\"nextCursor\":\")[\\w-]+"), "«cursor»");

    static Told by(Exchange exchange) {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.answer()
                .headers()
                .forEach((name, values) -> headers.put(
                        name,
                        values.stream().map(value -> masked(value, exchange)).toList()));
        headers.keySet().removeAll(DIFFERENT_EACH_TIME);
        if (exchange.succeeded()) {
            // Times have as many digits as they need, so the same answer may be longer.
            headers.remove("content-length");
        }
        return new Told(exchange.answer().status(), headers, body(exchange));
    }

    private static String body(Exchange exchange) {
        String type = String.valueOf(exchange.answer()
                .headers()
                .getOrDefault("content-type", List.of(""))
                .getFirst());
        return TEXT.matcher(type).matches() ? masked(exchange.answer().text(), exchange) : "«" + type + "»";
    }

    private static String masked(String text, Exchange exchange) {
        String masked = replaced(text, exchange.sent(), "«sent»");
        masked = replaced(masked, exchange.caller().ownValues(), "«own»");
        masked = masked.replace(exchange.caller().marker(), "«marker»");
        for (Map.Entry<Pattern, String> changing : CHANGING.entrySet()) {
            masked = changing.getKey().matcher(masked).replaceAll(Matcher.quoteReplacement(changing.getValue()));
        }
        return masked;
    }

    /** The longest first, since one may hold another. */
    private static String replaced(String text, Collection<String> values, String by) {
        return values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(text, (rest, value) -> rest.replace(value, by));
    }
}
