package com.klinity.platform.json;

import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Refusal;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a body, and where, without repeating any of it. */
final class JsonFaults {

    private JsonFaults() {}

    /** Not JSON at all, or beyond what is read; in the latter case Jackson does not say where. */
    static Refusal syntax(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        return Refusal.malformed(
                place == null
                        ? "The body is nested too deeply, or a number in it is too long."
                        : "The body is not valid JSON: see line " + place.getLineNr() + ", column "
                                + place.getColumnNr() + ".");
    }

    /** JSON of another shape, or refused by the record it was for. */
    static Refusal shape(JacksonException e) {
        String pointer = pointer(e.getPath());
        if (e instanceof ValueInstantiationException && e.getCause() instanceof Refusal refusal) {
            return refusal.errors().isEmpty() ? refusal : Refusal.invalid(below(pointer, refusal.errors()));
        }
        String detail = e instanceof UnrecognizedPropertyException
                ? "is not a known field"
                : "is missing, or not of the form that is needed here";
        return Refusal.malformed(List.of(new FieldError(pointer, detail)));
    }

    /** A field name as a JSON Pointer token (RFC 6901 §3). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static List<FieldError> below(String pointer, List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldError(pointer + error.pointer(), error.detail()))
                .toList();
    }

    private static String pointer(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escaped(name));
        }
        return pointer.toString();
    }
}
