package com.klinity.platform.server;

import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Cursor;
import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Parameter;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The query of a request. */
final class Query {

    private static final List<Parameter> PAGE = Parameters.page().all();
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

    private final Map<String, List<String>> given;
    private final JacksonJson json;
    private final Set<String> asked = new TreeSet<>();
    private Parameters declared = Parameters.none();
    private String route = "";

    Query(Map<String, List<String>> given, JacksonJson json) {
        this.given = given;
        this.json = json;
    }

    /** Notes which route it is of. */
    void of(Route matched) {
        declared = matched.query();
        route = matched.name();
    }

    /**
     * Holds it against what its route declares.
     *
     * @throws Refusal 400 with everything that is wrong
     */
    void require() {
        if (given.isEmpty()) {
            return;
        }
        List<FieldError> faults = new ArrayList<>();
        for (Parameter parameter : declared.all()) {
            List<String> values = given.getOrDefault(parameter.name(), List.of());
            if (values.size() > 1) {
                faults.add(fault(parameter.name(), "may be given once"));
            } else if (!values.isEmpty() && !fits(values.getFirst(), parameter.form())) {
                faults.add(fault(parameter.name(), form(parameter.form())));
            }
        }
        faults.addAll(
                others(declared.all().stream().map(Parameter::name).collect(Collectors.toCollection(TreeSet::new))));
        enforce(faults);
    }

    private boolean fits(String text, Parameter.Form form) {
        return switch (form) {
            case Parameter.Form.Text _ -> text.indexOf('\0') < 0;
            case Parameter.Form.Value(Class<?> type) -> json.ofText(text, type).isPresent();
            case Parameter.Form.Choice(List<String> texts) -> texts.contains(text);
            case Parameter.Form.Whole(long least, long most) ->
                NUMBER.matcher(text).matches() && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
            case Parameter.Form.Place _ ->
                place(text, ListName.of(route, given)).isPresent();
        };
    }

    private String form(Parameter.Form form) {
        return switch (form) {
            case Parameter.Form.Text _ -> "must not hold the character U+0000";
            case Parameter.Form.Value(Class<?> type) -> json.form(type);
            case Parameter.Form.Choice(List<String> texts) -> "must be one of " + String.join(", ", texts);
            case Parameter.Form.Whole(long least, long most) -> "must be a whole number from " + least + " to " + most;
            case Parameter.Form.Place _ -> "must be a nextCursor that this server gave out for this list in this order";
        };
    }

    private static Optional<Page.Position> place(String cursor, long list) {
        return Cursor.decode(cursor).filter(place -> place.list() == list).map(Cursor::position);
    }

    private Parameter declared(String name) {
        return declared.all().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the route declares no query parameter '" + name + "'"));
    }

    Optional<String> text(String name) {
        declared(name);
        asked.add(name);
        return given.getOrDefault(name, List.of()).stream().findFirst();
    }

    <T> Optional<T> value(String name, Class<T> type) {
        if (!(declared(name).form() instanceof Parameter.Form.Value(Class<?> form)) || form != type) {
            throw new IllegalArgumentException("the route declares '" + name + "' as something else");
        }
        return text(name).flatMap(text -> json.ofText(text, type));
    }

    /** The page that is asked for. */
    Page page() {
        if (!declared.all().containsAll(PAGE)) {
            throw new IllegalArgumentException("the route does not declare the query parameters of a page");
        }
        long list = ListName.of(route, given);
        int limit = text("limit").map(Integer::parseInt).orElse(Page.USUAL);
        return new Page(limit, text("cursor").flatMap(cursor -> place(cursor, list)), list);
    }

    /**
     * Refuses what has not been read yet.
     *
     * @throws Refusal 400, naming all of it
     */
    void close() {
        enforce(others(asked));
    }

    private List<FieldError> others(Set<String> known) {
        return given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> fault(
                        name.replace("~", "~0").replace("/", "~1"),
                        "is not a query parameter here"
                                + (known.isEmpty() ? "" : "; known are: " + String.join(", ", known))))
                .toList();
    }

    private static FieldError fault(String name, String detail) {
        return new FieldError("/" + name, detail);
    }

    private static void enforce(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.malformed(faults);
        }
    }
}
