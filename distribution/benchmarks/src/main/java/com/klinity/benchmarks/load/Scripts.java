package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.Postgres;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The same work as a read, for pgbench: a random target of the same ones each time. */
public final class Scripts {

    private final String draw;
    private final String account;
    private final String patient;

    /** Over those targets. */
    public Scripts(List<Target> targets) {
        draw = "\\set n random(1, " + targets.size() + ")\n";
        account = pick(targets, target -> target.account().toString());
        patient = pick(targets, target -> target.patient().toString());
    }

    /** A constant array, so that a drawn number is all that a transaction sends. */
    private static String pick(List<Target> targets, Function<Target, String> id) {
        return targets.stream().map(id).collect(Collectors.joining(",", "('{", "}'::uuid[])[:n]"));
    }

    /** Makes the function that {@link #oneCall()} calls. */
    public static void install(Postgres postgres) {
        postgres.execute(ServerSql.register());
        postgres.execute("""
            create schema if not exists benchmark;
            grant usage on schema benchmark to %s;
            create or replace function benchmark.read(account uuid, patient uuid) returns record
                language plpgsql as $$
            declare
                found_patient record;
            begin
                if %s <> 'active' then
                    raise exception 'the account may not act';
                end if;
                %s into strict found_patient;
                perform %s;
                return found_patient;
            end $$;
            """.formatted(
                        Postgres.ROLE,
                        ServerSql.enter("account"),
                        ServerSql.read("patient"),
                        ServerSql.append("account", "patient")));
    }

    /** All in one PL/pgSQL call, which is its transaction. */
    public String oneCall() {
        return draw + "select benchmark.read(" + account + ", " + patient + ");\n";
    }

    /** The statements that the server sends, one after the other. */
    public String statements() {
        return draw + "begin;\n" + enter() + read() + append() + "commit;\n";
    }

    /** Only entering the account, and ending without a commit. */
    public String entered() {
        return draw + "begin;\n" + enter() + "rollback;\n";
    }

    /** Entering and reading, ending without a commit. */
    public String unaudited() {
        return draw + "begin;\n" + enter() + read() + "rollback;\n";
    }

    /** Entering, reading and appending, ending without a commit. */
    public String uncommitted() {
        return draw + "begin;\n" + enter() + read() + append() + "rollback;\n";
    }

    /** A transaction that does nothing. */
    public static String nothing() {
        return "begin;\nrollback;\n";
    }

    private String enter() {
        return "select " + ServerSql.enter(account) + ";\n";
    }

    private String read() {
        return ServerSql.read(patient) + ";\n";
    }

    private String append() {
        return "select " + ServerSql.append(account, patient) + ";\n";
    }
}
