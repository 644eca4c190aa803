package com.klinity.platform.server;

import com.klinity.platform.spi.Cursor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which list a request asks for: its route, and every query parameter that decides what is in the list or in what order. A
 * cursor of one list would leave out the beginning of another, and nobody would notice.
 */
final class ListName {

    /** These say how much of the list is shown, and how. */
    private static final Set<String> OF_THE_PAGE = Set.of("limit", "cursor", "expand");

    /** Whose list it is stays out, so that the answer to an id depends on nothing but whether it is the account's. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

    private ListName() {}

    /**
     * The same for two requests for the same list.
     *
     * @param route its method and pattern
     */
    static long of(String route, Map<String, List<String>> query) {
        TreeMap<String, List<String>> choices = new TreeMap<>();
        query.forEach((name, values) -> {
            if (!OF_THE_PAGE.contains(name)) {
                choices.put(
                        name,
                        values.stream()
                                .filter(value -> !ID.matcher(value).matches())
                                .toList());
            }
        });
        return Cursor.listOf(
                route + choices.entrySet().stream().map(Object::toString).collect(Collectors.joining("&", "?", "")));
    }
}
