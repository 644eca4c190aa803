package com.klinity.identity;

import com.klinity.platform.spi.Rules;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of an account that can be changed. Checked here and not in {@link AccountSettings}, so that what is stored
 * stays readable when the rules, or the time zone database, change.
 */
record AccountChange(@Nullable AccountSettings settings) {

    private static final int MOST_DAYS = 7300;
    private static final int LONGEST_LOCALE = 35;
    private static final Pattern ENGINE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    AccountChange {
        Rules rules = new Rules().present("/settings", settings);
        if (settings != null) {
            Integer days = settings.audioRetentionDays();
            String engine = settings.transcriptionEngine();
            rules.require(
                            "/settings/audioRetentionDays",
                            days == null || (days >= 1 && days <= MOST_DAYS),
                            "must be from 1 to " + MOST_DAYS + ", or null to keep recordings")
                    .require(
                            "/settings/locale",
                            isLocale(settings.locale()),
                            "must be a BCP 47 language tag such as en or pt-BR")
                    .require(
                            "/settings/timeZone",
                            isTimeZone(settings.timeZone()),
                            "must be an IANA time zone such as America/Sao_Paulo")
                    .require(
                            "/settings/transcriptionEngine",
                            engine == null || ENGINE.matcher(engine).matches(),
                            "must be the name of an engine, or null for the server's");
        }
        rules.enforce();
    }

    private static boolean isTimeZone(@Nullable String name) {
        return name != null && ZoneId.getAvailableZoneIds().contains(name);
    }

    private static boolean isLocale(@Nullable String tag) {
        if (tag == null || tag.length() > LONGEST_LOCALE) {
            return false;
        }
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException _) {
            return false;
        }
    }
}
