package com.klinity.notifications;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages mails are written in. */
enum Language {
    ENGLISH("en"),
    BRAZILIAN_PORTUGUESE("pt-BR");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The nearest one to a BCP 47 tag; English when none is near. */
    static Language nearest(@Nullable String wanted) {
        String language = Locale.forLanguageTag(wanted == null ? "" : wanted).getLanguage();
        return Stream.of(values())
                .filter(candidate ->
                        Locale.forLanguageTag(candidate.tag).getLanguage().equals(language))
                .findFirst()
                .orElse(ENGLISH);
    }

    static boolean isOffered(String tag) {
        return Stream.of(values()).anyMatch(candidate -> candidate.tag.equals(tag));
    }

    String tag() {
        return tag;
    }
}
