package com.klinity.identity;

import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The SQL of one account. The core has made its row of {@code identity.users} before any of this runs. */
final class AccountTable {

    private static final String FIND = """
        select u.id, u.email, u.created_at, s.audio_retention_days, s.locale, s.time_zone,
            s.transcription_engine, s.note_drafting, coalesce(s.version, 0) as version
        from identity.users u left join identity.settings s on s.account_id = u.id
        where u.id = :id
        """;

    // The core's functions, for the scope's own account: nobody but the core changes its row.
    private static final String HOLD = "select identity.hold_account()";

    private static final String REMEMBER = "select identity.remember_email(:email) as done";

    private static final String SAVE = """
        insert into identity.settings
            (audio_retention_days, locale, time_zone, transcription_engine, note_drafting)
        values (cast(:days as bigint), :locale, :zone, cast(:engine as text), :drafting)
        on conflict (account_id) do update
        set audio_retention_days = excluded.audio_retention_days, locale = excluded.locale,
            time_zone = excluded.time_zone, transcription_engine = excluded.transcription_engine,
            note_drafting = excluded.note_drafting, version = settings.version + 1
        """;

    private static final String SIGN_OUT = "select identity.sign_out(:now) as done";

    private final Scope scope;

    AccountTable(Scope scope) {
        this.scope = scope;
    }

    StoredAccount find() {
        return scope.sql(FIND)
                .set("id", scope.account())
                .first(AccountTable::account)
                .orElseThrow();
    }

    /** Holds other changes of the account until the transaction ends. */
    StoredAccount findForChange() {
        scope.sql(HOLD).list(row -> true);
        return find();
    }

    void remember(String email) {
        done(scope.sql(REMEMBER).set("email", email));
    }

    void save(AccountSettings settings) {
        one(scope.sql(SAVE)
                .set("days", settings.audioRetentionDays())
                .set("locale", settings.locale())
                .set("zone", settings.timeZone())
                .set("engine", settings.transcriptionEngine())
                .set("drafting", settings.noteDrafting())
                .execute());
    }

    /** Every token issued until now is refused from the next request on. */
    void signOut(Instant now) {
        done(scope.sql(SIGN_OUT).set("now", now));
    }

    private static void done(Statement statement) {
        if (!statement.first(row -> row.flag("done")).orElse(false)) {
            throw new IllegalStateException("the account is not there");
        }
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("expected to change one row, changed " + rows);
        }
    }

    private static StoredAccount account(Row row) {
        Account account =
                new Account(row.uuid("id"), row.textOrNull("email"), row.instant("created_at"), settings(row));
        return new StoredAccount(account, row.number("version"));
    }

    private static AccountSettings settings(Row row) {
        return new AccountSettings(
                days(row.numberOrNull("audio_retention_days")),
                row.textOrNull("locale"),
                row.textOrNull("time_zone"),
                row.textOrNull("transcription_engine"),
                "t".equals(row.textOrNull("note_drafting")));
    }

    private static @Nullable Integer days(@Nullable Long days) {
        return days == null ? null : Math.toIntExact(days);
    }
}
