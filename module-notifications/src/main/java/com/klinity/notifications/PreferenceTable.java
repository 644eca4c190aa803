package com.klinity.notifications;

import com.klinity.platform.spi.Scope;

/** The SQL of {@code notifications.preferences}. */
final class PreferenceTable {

    private static final String FIND = "select locale, signed_out from notifications.preferences";

    private static final String REGION = "select platform.account_region() as region";

    private static final String SAVE = """
        insert into notifications.preferences (locale, signed_out) values (:locale, :signed_out)
        on conflict (account_id) do update set locale = excluded.locale, signed_out = excluded.signed_out
        """;

    private final Scope scope;

    PreferenceTable(Scope scope) {
        this.scope = scope;
    }

    /** What the account has said, or else what follows from its settings. */
    Preferences find() {
        return scope.sql(FIND)
                .first(row -> new Preferences(row.text("locale"), row.flag("signed_out")))
                .orElseGet(this::unsaid);
    }

    private Preferences unsaid() {
        String locale = scope.sql(REGION)
                .first(row -> row.json("region", Region.class))
                .orElseThrow()
                .locale();
        return new Preferences(Language.nearest(locale).tag(), null);
    }

    /** The account's language and time zone. */
    private record Region(String locale, String timeZone) {}

    void save(Preferences preferences) {
        scope.sql(SAVE)
                .set("locale", preferences.locale())
                .set("signed_out", preferences.signedOut())
                .execute();
    }
}
