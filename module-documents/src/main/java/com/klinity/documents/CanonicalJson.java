package com.klinity.documents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Canonicalization Scheme (RFC 8785) for objects, arrays, text, booleans and whole numbers up to 2^53. A member
 * whose value is null is left out, as in the API's answers.
 */
final class CanonicalJson {

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** The canonical text of a map, list, string, boolean or whole number. */
    static String of(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    private void write(Object value) {
        switch (value) {
            case Map<?, ?> members -> writeObject(members);
            case List<?> elements -> writeArray(elements);
            case String text -> writeText(text);
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(number.longValue());
            case Boolean flag -> out.append(flag.booleanValue());
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    /** Sorted by UTF-16 code units, as {@link String#compareTo} does (RFC 8785 §3.2.3). */
    private void writeObject(Map<?, ? extends @Nullable Object> members) {
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                sorted.put((String) name, value);
            }
        });
        String before = "{";
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            out.append(before);
            writeText(member.getKey());
            out.append(':');
            write(member.getValue());
            before = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void writeArray(List<?> elements) {
        String before = "";
        out.append('[');
        for (Object element : elements) {
            out.append(before);
            write(element);
            before = ",";
        }
        out.append(']');
    }

    private void writeText(String text) {
        out.append('"');
        text.chars().forEach(unit -> escape((char) unit));
        out.append('"');
    }

    /** RFC 8785 §3.2.2.2: the short escapes where JSON has them, nothing else that need not be. */
    private void escape(char unit) {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (unit < 0x20) {
                    out.append(String.format("\\u%04x", (int) unit));
                } else {
                    out.append(unit);
                }
            }
        }
    }
}
