package com.klinity.benchmarks.audit;

import com.klinity.benchmarks.machine.KlinityServer;
import com.klinity.benchmarks.machine.Postgres;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Two databases of one PostgreSQL: as the server makes it, and a copy whose log is a plain table. Both go with the folder.
 *
 * @param folder   of the PostgreSQL
 * @param chained  the server's
 * @param plain    the copy
 * @param accounts that have a chain in both
 */
public record ScratchLogs(Path folder, Postgres chained, Postgres plain, List<UUID> accounts) implements AutoCloseable {

    private static final String PLAIN = "plain";

    /** The same call and the same row, but no head is read or moved and no hash computed. */
    private static final String PLAIN_APPEND = """
        create sequence audit.plain;
        alter sequence audit.plain owner to klinity_owner;
        create or replace function audit.append(
            key bytea, accounts uuid[], user_ids text[], ip_addresses text[], actions text[], resource_types text[],
            resource_ids text[], outcomes text[], request_ids uuid[], details text[], wait boolean) returns boolean[]
            language plpgsql security definer set search_path = pg_catalog as $$
        begin
            perform platform.seal_secret(key);
            insert into audit.entries
            select e.account_id, nextval('audit.plain'), clock_timestamp(), e.user_id, e.ip_address, e.action,
                e.resource_type, e.resource_ids::uuid[], e.outcome, e.request_id, e.details, ''::bytea
            from unnest(accounts, user_ids, ip_addresses, actions, resource_types, resource_ids, outcomes, request_ids,
                    details)
                as e (account_id, user_id, ip_address, action, resource_type, resource_ids, outcome, request_id,
                    details);
            return array_fill(true, array[cardinality(accounts)]);
        end $$
        """;

    /** Lets a server make the database, ends that server, and works on what it leaves. */
    public static ScratchLogs make(Path image, Path folder, int accounts) {
        KlinityServer server = KlinityServer.start(image, folder, "");
        Path database = server.database();
        try (Postgres made = Postgres.in(database)) {
            server.kill(); // its PostgreSQL stays
            made.execute("""
                insert into identity.users (id) select gen_random_uuid() from generate_series(1, %d);
                insert into audit.heads select id, 0, decode(repeat('00', 32), 'hex') from identity.users
                    on conflict do nothing
                """.formatted(accounts));
        }
        copy(database);
        Postgres chained = Postgres.in(database);
        Postgres plain = Postgres.in(database, PLAIN);
        plain.execute(PLAIN_APPEND);
        String ids = chained.ask("select string_agg(account_id::text, ' ') from audit.heads");
        return new ScratchLogs(
                database,
                chained,
                plain,
                Arrays.stream(ids.split(" ", -1)).map(UUID::fromString).toList());
    }

    private static void copy(Path database) {
        try (Postgres beside = Postgres.in(database, "postgres")) {
            beside.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '"
                    + Postgres.DATABASE + "'");
            beside.execute("create database " + PLAIN + " template " + Postgres.DATABASE);
        }
    }

    /** Ends the PostgreSQL, whose data nobody needs any more. */
    @Override
    public void close() {
        chained.close();
        plain.close();
        chained.kill();
    }
}
