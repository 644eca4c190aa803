package com.klinity.platform.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A query parameter that a route takes, at most once.
 *
 * @param name    as callers write it
 * @param form    what its values may be
 * @param meaning a sentence for the API's description
 */
public record Parameter(String name, Form form, String meaning) {

    /** What a value may be. Whatever else comes is refused before the route's handler, and told what would do. */
    public sealed interface Form {

        /** Any text without U+0000. */
        record Text() implements Form {}

        /**
         * A value as the API writes it.
         *
         * @param type an enum, {@code Boolean}, {@code UUID}, {@code Instant} or {@code LocalDate}
         */
        record Value(Class<?> type) implements Form {

            private static final Set<Class<?>> KNOWN =
                    Set.of(Boolean.class, UUID.class, Instant.class, LocalDate.class);

            /** One that can be sent as text. */
            public Value {
                if (!type.isEnum() && !KNOWN.contains(type)) {
                    throw new IllegalArgumentException("no form of a query parameter: " + type.getName());
                }
            }
        }

        /** One of these texts. */
        record Choice(List<String> texts) implements Form {

            /** Kept as they are now. */
            public Choice {
                texts = List.copyOf(texts);
            }
        }

        /** A whole number without a sign, both ends included; from 0 to {@link #MOST}. */
        record Whole(long least, long most) implements Form {

            /** Of eighteen digits, which every reader of JSON and SQL can hold. */
            public static final long MOST = 999_999_999_999_999_999L;
        }

        /** A place in the route's own list, as {@link Page} gave it out. */
        record Place() implements Form {}
    }
}
