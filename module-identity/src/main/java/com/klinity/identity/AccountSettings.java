package com.klinity.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a practitioner may set. Whatever is missing has its default, so that a patch with {@code null} restores it.
 *
 * @param audioRetentionDays  days after which recordings are purged; none: they stay until deleted
 * @param locale              BCP 47 tag
 * @param timeZone            name in the IANA time zone database
 * @param transcriptionEngine name of the preferred engine; none: the server's
 * @param noteDrafting        whether notes may be drafted from transcripts by a machine
 */
record AccountSettings(
        @Nullable Integer audioRetentionDays,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable String transcriptionEngine,
        @Nullable Boolean noteDrafting) {

    static final AccountSettings DEFAULTS = new AccountSettings(null, null, null, null, null);

    AccountSettings {
        locale = locale == null ? "en" : locale;
        timeZone = timeZone == null ? "UTC" : timeZone;
        noteDrafting = noteDrafting != null && noteDrafting;
    }
}
