package com.klinity.appointments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enum constants the way the API and the tables write them, such as {@code in_progress}. */
final class Code {

    private Code() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String orNull(@Nullable Enum<?> constant) {
        return constant == null ? null : of(constant);
    }

    static <E extends Enum<E>> Optional<E> parse(Class<E> type, @Nullable String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(code))
                .findFirst();
    }

    /** All of them, for a sentence. */
    static <E extends Enum<E>> String choices(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Code::of).collect(Collectors.joining(", "));
    }
}
