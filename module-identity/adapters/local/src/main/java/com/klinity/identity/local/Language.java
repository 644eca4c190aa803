package com.klinity.identity.local;

import com.klinity.platform.spi.Call;
import java.util.Locale;

/** The language a caller would like to be written to in. */
final class Language {

    private static final String FALLBACK = "en";

    private Language() {}

    /** The first choice of {@code Accept-Language} (RFC 9110 §12.5.4) as a tag. */
    static String of(Call call) {
        return call.header("Accept-Language").map(Language::firstChoice).orElse(FALLBACK);
    }

    private static String firstChoice(String header) {
        try {
            String range = Locale.LanguageRange.parse(header).getFirst().getRange();
            String tag = Locale.forLanguageTag(range).toLanguageTag();
            return "und".equals(tag) ? FALLBACK : tag;
        } catch (IllegalArgumentException _) {
            return FALLBACK;
        }
    }
}
