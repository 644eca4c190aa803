package com.klinity.notifications;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What another feature left: {@code {kind, to, locale, values}}. Nothing in it is taken on trust. */
record MailOrder(
        @Nullable String kind,
        @Nullable String to,
        @Nullable String locale,
        @Nullable Map<String, String> values) {

    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x3f\\x41-\\x7e]{1,64}@[A-Za-z0-9.-]{1,189}");

    /** Empty unless the kind is known, its values are in their form, and the address can stand in a header. */
    Optional<MailKind> checkedKind() {
        return kind != null
                        && values != null
                        && to != null
                        && ADDRESS.matcher(to).matches()
                ? MailKind.of(kind).filter(known -> known.admits(values))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "MailOrder[•••]";
    }
}
