package com.klinity.platform.spi;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The query parameters that a route takes. A caller who gives another one, one twice, or one of another form gets 400
 * with all that is wrong, before the handler runs.
 *
 * @param all each with a name of its own
 */
public record Parameters(List<Parameter> all) {

    private static final Parameters NONE = new Parameters(List.of());

    /** Kept as they are now. */
    public Parameters {
        all = List.copyOf(all);
        if (all.stream().map(Parameter::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("a query parameter is declared twice");
        }
    }

    /** No query at all. */
    public static Parameters none() {
        return NONE;
    }

    /** {@code limit} and {@code cursor}, for {@link Call#page()}. */
    public static Parameters page() {
        return NONE.whole("limit", 1, Page.MOST, "How many items at most; " + Page.USUAL + " where it is not given.")
                .with("cursor", new Parameter.Form.Place(), "The `nextCursor` of the page before.");
    }

    /** {@code from} and {@code to}. */
    public Parameters period(String ofWhat) {
        return and("from", Instant.class, "Only " + ofWhat + " at that time or later.")
                .and("to", Instant.class, "Only " + ofWhat + " before that time.");
    }

    /**
     * These and one more.
     *
     * @param type an enum, {@code Boolean}, {@code UUID}, {@code Instant} or {@code LocalDate}
     */
    public Parameters and(String name, Class<?> type, String meaning) {
        return with(name, new Parameter.Form.Value(type), meaning);
    }

    /** These and one whose value is one of some texts. */
    public Parameters oneOf(String name, List<String> texts, String meaning) {
        return with(name, new Parameter.Form.Choice(texts), meaning);
    }

    /** These and a whole number. */
    public Parameters whole(String name, long least, long most, String meaning) {
        return with(name, new Parameter.Form.Whole(least, most), meaning);
    }

    /** These and any text. */
    public Parameters text(String name, String meaning) {
        return with(name, new Parameter.Form.Text(), meaning);
    }

    /** These and those. */
    public Parameters and(Parameters others) {
        return new Parameters(Stream.concat(all.stream(), others.all.stream()).toList());
    }

    private Parameters with(String name, Parameter.Form form, String meaning) {
        return and(new Parameters(List.of(new Parameter(name, form, meaning))));
    }
}
