package com.klinity.platform.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Says what a value must be, so that whoever sent another can send a right one. */
record Form(JsonMapper mapper) {

    private static final String WHOLE = "must be a whole number from %d to %d";
    private static final String TEXT = "must be text";
    private static final String NUMBER = "must be a number";
    private static final String TYPE = "type";
    private static final String STRING = "string";

    private static final Map<Class<?>, String> FORMATS =
            Map.of(LocalDate.class, "date", Instant.class, "date-time", UUID.class, "uuid");

    private static final Map<Class<?>, String> KNOWN = Map.ofEntries(
            Map.entry(LocalDate.class, "must be a date such as 1984-02-29"),
            Map.entry(Instant.class, "must be a time with its offset such as 2026-11-28T21:30:00-03:00"),
            Map.entry(UUID.class, "must be a UUID such as 019064a8-2c7d-7f3e-9a41-5d0c8be1f7a2"),
            Map.entry(String.class, TEXT),
            Map.entry(Boolean.class, "must be true or false"),
            Map.entry(boolean.class, "must be true or false"),
            Map.entry(Integer.class, WHOLE.formatted(Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(int.class, WHOLE.formatted(Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(Long.class, WHOLE.formatted(Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(long.class, WHOLE.formatted(Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(Double.class, NUMBER),
            Map.entry(double.class, NUMBER));

    String of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw.isEnum()) {
            return "must be one of " + choices(raw).collect(Collectors.joining(", "));
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return "must be a list in square brackets";
        }
        return KNOWN.getOrDefault(raw, "must be an object in curly brackets");
    }

    /** Of a value that is sent as text. */
    Map<String, Object> schema(Class<?> type) {
        if (type.isEnum()) {
            return Map.of(TYPE, STRING, "enum", choices(type).toList());
        }
        if (type == Boolean.class) {
            return Map.of(TYPE, "boolean");
        }
        return Map.of(TYPE, STRING, "format", FORMATS.get(type));
    }

    private Stream<String> choices(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> mapper.valueToTree(constant).asString());
    }
}
