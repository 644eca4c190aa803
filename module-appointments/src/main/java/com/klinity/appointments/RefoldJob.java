package com.klinity.appointments;

import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JobRunner;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Folds the names of an account anew that were folded by other rules than today's. A migration leaves one an account. Works
 * in small transactions, so that nobody waits for it, and goes on where it was when it is begun again.
 */
final class RefoldJob implements JobRunner {

    static final String TOPIC = "appointments.refold";
    private static final Duration BACKOFF = Duration.ofMinutes(1);
    private static final int PORTION = 100;
    private static final Map<String, String> WHY = Map.of("change", "search-index");

    private static final String STALE = """
        select id from appointments.patients where folding <> :folding order by id limit :portion
        """;
    private static final String LOCK = """
        select id, name from appointments.patients where id = any(:ids) order by id for no key update
        """;
    private static final String REFOLD = """
        update appointments.patients
        set folding = :folding, name_order = :order, name_likeness = :likeness where id = :id
        """;

    static JobType type() {
        return new JobType(TOPIC, 1, Integer.MAX_VALUE, BACKOFF, new RefoldJob());
    }

    /** A name to be folded. */
    private record Stale(UUID id, String name) {}

    @Override
    public void run(JobRun run) {
        List<UUID> portion = stale(run);
        while (!portion.isEmpty()) {
            Touch touch = new Touch(Action.UPDATE, AppointmentsFeature.PATIENT, portion);
            run.inScope(touch, WHY, refoldAll(portion));
            portion = stale(run);
        }
    }

    private static List<UUID> stale(JobRun run) {
        return run.reads()
                .in(scope -> scope.sql(STALE)
                        .set("folding", Folding.VERSION)
                        .set("portion", PORTION)
                        .list(row -> row.uuid("id")));
    }

    /** The same rows whatever happened to them meanwhile: to fold one again changes nothing. */
    private static Function<Scope, Integer> refoldAll(List<UUID> ids) {
        return scope -> {
            List<Stale> stale =
                    scope.sql(LOCK).set("ids", ids).list(row -> new Stale(row.uuid("id"), row.text("name")));
            stale.forEach(patient -> refold(scope, patient));
            return stale.size();
        };
    }

    private static void refold(Scope scope, Stale patient) {
        FoldedName name = FoldedName.of(patient.name());
        PatientWords.replace(scope, patient.id(), patient.name());
        scope.sql(REFOLD)
                .set("id", patient.id())
                .set("folding", Folding.VERSION)
                .set("order", name.order())
                .set("likeness", name.likeness())
                .execute();
    }
}
