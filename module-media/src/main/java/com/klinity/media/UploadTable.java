package com.klinity.media;

import com.klinity.platform.spi.Scope;
import java.time.Duration;
import java.util.UUID;

/** Rows of {@code media.uploads}: audio on its way. A job puts away what is not heard of until it is due. */
final class UploadTable {

    private static final String TAKE_TURN = """
        insert into media.admissions default values
        on conflict (account_id) do update set admitted = admissions.admitted + 1
        """;

    private static final String INSERT = """
        insert into media.uploads (id, reserved, due_at) values (:id, :reserved, now() + make_interval(secs => :patience))
        """;

    private static final String GO_ON = """
        update media.uploads set due_at = now() + make_interval(secs => :patience) where id = :id and not ended
        """;

    private UploadTable() {}

    /** Until this transaction ends no other upload of the account is admitted. */
    static void takeTurn(Scope scope) {
        scope.sql(TAKE_TURN).execute();
    }

    static void insert(Scope scope, UUID id, long reserved, Duration patience) {
        scope.sql(INSERT)
                .set("id", id)
                .set("reserved", reserved)
                .set("patience", patience.toSeconds())
                .execute();
    }

    /** False when it was put away meanwhile. */
    static boolean goOn(Scope scope, UUID id, Duration patience) {
        return scope.sql(GO_ON)
                        .set("id", id)
                        .set("patience", patience.toSeconds())
                        .execute()
                == 1;
    }

    /** Ends it because it is on record; false when it was put away meanwhile. */
    static boolean recorded(Scope scope, UUID id) {
        return scope.sql("delete from media.uploads where id = :id and not ended")
                        .set("id", id)
                        .execute()
                == 1;
    }

    /** From now on it cannot be put on record. False when it is already, or is gone. */
    static boolean end(Scope scope, UUID id) {
        return scope.sql("update media.uploads set ended = true where id = :id")
                        .set("id", id)
                        .execute()
                == 1;
    }

    /** Forgets it, because the store holds nothing of it. */
    static void forget(Scope scope, UUID id) {
        scope.sql("delete from media.uploads where id = :id").set("id", id).execute();
    }
}
