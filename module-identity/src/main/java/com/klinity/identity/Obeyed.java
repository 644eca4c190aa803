package com.klinity.identity;

import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Rules;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of the settings is obeyed in this server. A value that nobody obeys would be taken for a choice that was made. What
 * was kept before, when it was obeyed or not asked for, is left until it is changed.
 *
 * @param engines names of the speech engines that are loaded
 */
record Obeyed(Supplier<Set<String>> engines) {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** A region of the world (UN M.49), such as 419 for Latin America. */
    private static final int AREA = 3;

    /**
     * Goes on when what is changed is obeyed.
     *
     * @throws Refusal 422 with what is
     */
    void check(AccountSettings before, AccountSettings after) {
        String locale = after.locale();
        String engine = after.transcriptionEngine();
        new Rules()
                .require(
                        "/settings/locale",
                        Objects.equals(locale, before.locale()) || isSpoken(locale),
                        "must be a tag of a language and a country that there are, such as en or pt-BR")
                .require(
                        "/settings/transcriptionEngine",
                        engine == null
                                || engine.equals(before.transcriptionEngine())
                                || engines.get().contains(engine),
                        "must be one that is loaded ("
                                + engines.get().stream().sorted().collect(Collectors.joining(", "))
                                + "), or null for the server's")
                .enforce();
    }

    private static boolean isSpoken(@Nullable String tag) {
        Locale locale = Locale.forLanguageTag(tag == null ? "" : tag);
        String country = locale.getCountry();
        return LANGUAGES.contains(locale.getLanguage())
                && (country.isEmpty() || country.length() == AREA || COUNTRIES.contains(country));
    }
}
