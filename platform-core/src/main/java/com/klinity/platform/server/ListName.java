package com.klinity.platform.server;

import com.klinity.platform.spi.Cursor;
import io.helidon.webserver.http.ServerRequest;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which list a request asks for: its route, and every query parameter that decides what is in the list or in what order. A
 * cursor of one list would leave out the beginning of another, and nobody would notice.
 */
final class ListName {

    /** These say how much of the list is shown, and how. */
    private static final Set<String> OF_THE_PAGE = Set.of("limit", "cursor", "expand");

    private ListName() {}

    /** The same for two requests for the same list. */
    static long of(ServerRequest request) {
        TreeMap<String, Object> choices = new TreeMap<>();
        for (String name : request.query().names()) {
            if (!OF_THE_PAGE.contains(name)) {
                choices.put(name, request.query().all(name));
            }
        }
        return Cursor.listOf(request.prologue().method().text() + " " + request.path().path()
                + choices.entrySet().stream().map(Object::toString).collect(Collectors.joining("&", "?", "")));
    }
}
