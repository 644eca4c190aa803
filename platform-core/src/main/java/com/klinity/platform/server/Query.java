package com.klinity.platform.server;

import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Cursor;
import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The query of a request. What is wrong with it is told at once, when nothing more is asked for. */
final class Query {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");

    private final Map<String, List<String>> given;
    private final JacksonJson json;
    private final Set<String> known = new TreeSet<>();
    private final List<FieldError> faults = new ArrayList<>();

    Query(Map<String, List<String>> given, JacksonJson json) {
        this.given = given;
        this.json = json;
    }

    Optional<String> text(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1 && known.add(name)) {
            refuse(name, "may be given once");
        }
        known.add(name);
        return values.stream().findFirst();
    }

    <T> Optional<T> value(String name, Class<T> type) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(given -> json.ofText(given, type));
        if (text.isPresent() && value.isEmpty()) {
            refuse(name, json.form(type));
        }
        return value;
    }

    /**
     * The page that is asked for.
     *
     * @param route its method and pattern
     */
    Page page(String route) {
        long list = ListName.of(route, given);
        int limit = text("limit").map(this::limit).orElse(DEFAULT_LIMIT);
        Optional<String> cursor = text("cursor");
        Optional<Page.Position> after = cursor.flatMap(Cursor::decode)
                .filter(place -> place.list() == list)
                .map(Cursor::position);
        if (cursor.isPresent() && after.isEmpty()) {
            refuse("cursor", "must be a nextCursor that this server gave out for this list in this order");
        }
        return new Page(limit, after, list);
    }

    private int limit(String text) {
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            refuse("limit", "must be a whole number from 1 to " + MOST);
            return DEFAULT_LIMIT;
        }
        return limit;
    }

    private void refuse(String name, String detail) {
        FieldError fault = new FieldError("/" + name, detail);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    /**
     * Nothing else is asked for.
     *
     * @throws Refusal 400 with everything that is wrong
     */
    void close() {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> refuse(
                        name.replace("~", "~0").replace("/", "~1"),
                        "is not a query parameter here"
                                + (known.isEmpty() ? "" : "; known are: " + String.join(", ", known))));
        enforce();
    }

    /** Refuses what was found so far. */
    void enforce() {
        if (!faults.isEmpty()) {
            throw Refusal.malformed(faults);
        }
    }
}
