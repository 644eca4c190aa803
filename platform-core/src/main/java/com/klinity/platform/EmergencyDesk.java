package com.klinity.platform;

import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.RoleConnection;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.UuidV7;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The register of emergency access (45 CFR §164.312(a)(2)(ii)). It only grows; each record also goes into the operators'
 * chain of the audit log, which proves the register, and into the log of each account concerned. Calls block; for one
 * thread.
 */
public final class EmergencyDesk {

    private static final String RECORD = """
        select audit.record_emergency_access(:id, :who, :reason, :data, :actions, :from, :to,
            cast(:accounts as uuid[])) as unknown
        """;

    private static final String REVIEW = """
        select audit.review_emergency_access(:id, :access, :by, :finding) as done
        """;

    private static final String ALL = "select * from audit.emergency_accesses()";
    private static final String FAULTS = "select id || ' ' || fault as fault from audit.emergency_faults()";
    private static final String OVERDUE = "select audit.overdue_emergency_reviews() as overdue";

    private static final String IN_THE_FUTURE = "22008";

    private static final String LOOK = "look with 'klinity emergency-access list' before you repeat it";

    private final RoleConnection connection;

    EmergencyDesk(RoleConnection connection) {
        this.connection = connection;
    }

    /** What came of recording an access. */
    public sealed interface Outcome {}

    /** It is in the register, and in the audit logs. */
    public record Recorded(UUID id) implements Outcome {}

    /** These accounts do not exist, so nothing was recorded. */
    public record UnknownAccounts(List<UUID> accounts) implements Outcome {

        /** Copies the list. */
        public UnknownAccounts {
            accounts = List.copyOf(accounts);
        }
    }

    /** By the database's clock its end lies ahead, so nothing was recorded. */
    public record NotEnded() implements Outcome {}

    /** Records an access. */
    public Outcome record(EmergencyAccess access) {
        UUID id = UuidV7.at(Instant.now());
        try {
            List<UUID> unknown = connection
                    .sql(RECORD)
                    .set("id", id)
                    .set("who", access.who())
                    .set("reason", access.reason())
                    .set("data", access.data())
                    .set("actions", access.actions())
                    .set("from", access.from().truncatedTo(ChronoUnit.MICROS))
                    .set("to", access.to().truncatedTo(ChronoUnit.MICROS))
                    .set("accounts", List.copyOf(access.accounts()))
                    .first(row -> row.uuids("unknown"))
                    .orElseThrow();
            return unknown.isEmpty() ? new Recorded(id) : new UnknownAccounts(unknown);
        } catch (DatabaseFailure e) {
            if (e.sqlState().equals(IN_THE_FUTURE)) {
                return new NotEnded();
            }
            throw DeskFaults.unwritten(LOOK, e);
        }
    }

    /**
     * Records that somebody looked at an access again.
     *
     * @param by      who did, 1 to 200 characters
     * @param finding what came of it, one line of 1 to 1000 characters that names no patient
     * @return the review's id; empty when there is no such access
     */
    public Optional<UUID> review(UUID access, String by, String finding) {
        UUID id = UuidV7.at(Instant.now());
        boolean done = DeskFaults.writing(
                LOOK,
                () -> connection
                        .sql(REVIEW)
                        .set("id", id)
                        .set("access", access)
                        .set("by", by)
                        .set("finding", finding)
                        .first(row -> row.flag("done"))
                        .orElseThrow());
        return done ? Optional.of(id) : Optional.empty();
    }

    /** The whole register, the oldest first. */
    public List<RecordedAccess> all() {
        Map<UUID, RecordedAccess> all = new LinkedHashMap<>();
        DeskFaults.reading(() -> connection.sql(ALL).list(EmergencyDesk::access))
                .forEach(row -> all.merge(row.id(), row, EmergencyDesk::joined));
        return List.copyOf(all.values());
    }

    /** Where the register and the operators' chain of the audit log do not say the same, one line each. */
    public List<String> faults() {
        return DeskFaults.reading(() -> connection.sql(FAULTS).list(row -> row.text("fault")));
    }

    /** How many accesses nobody looked at again in time; none in a database from before there was a register. */
    public long overdue() {
        return DeskFaults.reading(() -> {
            try {
                return connection
                        .sql(OVERDUE)
                        .first(row -> row.number("overdue"))
                        .orElseThrow();
            } catch (DatabaseFailure e) {
                if (DeskFaults.isOld(e)) {
                    return 0L;
                }
                throw e;
            }
        });
    }

    private static RecordedAccess access(Row row) {
        EmergencyAccess access = new EmergencyAccess(
                row.text("accessed_by"),
                row.text("reason"),
                row.text("data"),
                row.text("actions"),
                row.instant("started_at"),
                row.instant("ended_at"),
                Set.copyOf(row.uuids("accounts")));
        return new RecordedAccess(
                row.uuid("id"),
                row.instant("recorded_at"),
                row.text("recorded_by"),
                access,
                row.instant("review_due"),
                row.flag("overdue"),
                review(row));
    }

    private static List<RecordedAccess.Review> review(Row row) {
        Instant at = row.instantOrNull("reviewed_at");
        return at == null
                ? List.of()
                : List.of(new RecordedAccess.Review(at, row.text("reviewed_by"), row.text("finding")));
    }

    private static RecordedAccess joined(RecordedAccess one, RecordedAccess other) {
        List<RecordedAccess.Review> reviews =
                Stream.concat(one.reviews().stream(), other.reviews().stream()).toList();
        return new RecordedAccess(
                one.id(),
                one.recordedAt(),
                one.recordedBy(),
                one.access(),
                one.reviewDue(),
                one.overdue() && other.overdue(),
                reviews);
    }
}
