package com.klinity.notifications;

import com.klinity.platform.spi.Scope;

/** The SQL of {@code notifications.preferences}. */
final class PreferenceTable {

    private static final String FIND = "select locale, signed_out from notifications.preferences";

    private static final String SAVE = """
        insert into notifications.preferences (locale, signed_out) values (:locale, :signed_out)
        on conflict (account_id) do update set locale = excluded.locale, signed_out = excluded.signed_out
        """;

    private final Scope scope;

    PreferenceTable(Scope scope) {
        this.scope = scope;
    }

    Preferences find() {
        return scope.sql(FIND)
                .first(row -> new Preferences(row.text("locale"), row.flag("signed_out")))
                .orElse(Preferences.DEFAULTS);
    }

    void save(Preferences preferences) {
        scope.sql(SAVE)
                .set("locale", preferences.locale())
                .set("signed_out", preferences.signedOut())
                .execute();
    }
}
