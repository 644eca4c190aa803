package com.klinity.platform.testkit;

import java.util.List;

/** What a migration can forget, and the lines that a start answers with. */
enum Forgetting {
    ROW_LEVEL_SECURITY(
            "alter table things.things disable row level security", "things.things has no forced row-level security"),
    TO_FORCE_IT(
            "alter table things.things no force row level security", "things.things has no forced row-level security"),
    THE_POLICY(
            "drop policy account on things.things",
            "things.things has no policy that compares account_id with the current account"),
    ALL_COMMANDS_BUT_ONE("""
        drop policy account on things.things;
        do $$ begin
            execute format('create policy account on things.things for select using (%s)',
                (select pg_get_expr(polqual, polrelid) from pg_policy
                    where polrelid = 'things.parents'::regclass));
        end $$
        """, "things.things has no policy that compares account_id with the current account"),
    ALL_ROLES_BUT_ONE(
            "alter policy account on things.things to klinity_operator",
            "things.things has no policy that compares account_id with the current account"),
    A_POLICY_FOR_EVERYTHING_BESIDE(
            "create policy everything on things.things using (true)",
            "things.things has a policy that admits more than the current account: everything"),
    A_POLICY_FOR_THE_APP_BESIDE(
            "create policy everything on things.things for select to klinity_app using (true)",
            "things.things has a policy that admits more than the current account: everything"),
    WHAT_IS_WRITTEN(
            "alter policy account on things.things with check (true)",
            "things.things has a policy that admits more than the current account: account",
            "things.things has no policy that compares account_id with the current account"),
    THE_ACCOUNT_ITSELF(
            """
            create table things.loose (id uuid primary key, account_id text not null);
            alter table things.loose enable row level security, force row level security
            """,
            "things.loose has no column account_id uuid not null",
            "things.loose has no policy that compares account_id with the current account"),
    THE_ACCOUNT_MUST_BE_THERE(
            """
            alter table things.things drop constraint things_pkey, alter account_id drop not null
            """, "things.things has no column account_id uuid not null", "things.things has no primary key"),
    THE_PRIMARY_KEY("alter table things.things drop constraint things_pkey", "things.things has no primary key"),
    THE_ACCOUNT_IN_THE_PRIMARY_KEY(
            "alter table things.things drop constraint things_pkey, add primary key (id)",
            "things.things: the key things_pkey does not begin with account_id"),
    THE_ACCOUNT_IN_A_UNIQUE_KEY(
            "alter table things.things add constraint one_text unique (text)",
            "things.things: the key one_text does not begin with account_id"),
    THE_ACCOUNT_IN_A_UNIQUE_INDEX(
            "create unique index one_text on things.things (lower(text))",
            "things.things: the unique index things.one_text does not begin with account_id"),
    THE_ACCOUNT_IN_AN_EXCLUSION(
            "alter table things.things add constraint one_text exclude using hash (text with =)",
            "things.things: the key one_text does not begin with account_id"),
    THE_ACCOUNT_IN_A_FOREIGN_KEY(
            """
            create unique index one_id on things.parents (id);
            alter table things.things add constraint of_anybody foreign key (parent_id) references things.parents (id)
            """,
            "things.parents: the unique index things.one_id does not begin with account_id",
            "things.things: the key of_anybody does not begin with account_id"),
    THE_ACCOUNTS_PLACE_IN_A_FOREIGN_KEY(
            """
            alter table things.things add constraint crossed
                foreign key (account_id, parent_id) references things.parents (id, account_id)
            """, "things.things: the key crossed does not compare account_id with account_id"),
    A_VIEWS_INVOKER(
            "create view things.everything as select * from things.things",
            "things.everything is a view with its owner's rights; make it with (security_invoker)"),
    A_COPY(
            "create materialized view things.copy as select * from things.things",
            "things.copy is a copy that no row-level security guards"),
    A_FUNCTIONS_RIGHTS("""
        create function things.count_all() returns bigint language sql security definer
            return (select count(*) from things.things)
        """, "the function things.count_all() runs with its owner's rights; revoke execute from public"),
    A_CHILD(
            "create table things.loose () inherits (things.things)",
            "things.loose has no forced row-level security",
            "things.loose has no policy that compares account_id with the current account",
            "things.loose has no primary key"),
    A_PARTITION(
            """
            create table things.parted (account_id uuid not null, id uuid, primary key (account_id, id))
                partition by hash (account_id);
            call platform.isolate('things.parted');
            create table things.parted_0 partition of things.parted for values with (modulus 1, remainder 0)
            """,
            "things.parted_0 has no forced row-level security",
            "things.parted_0 has no policy that compares account_id with the current account"),
    EVERYBODY("grant select on things.parents to public", "things.parents is granted to everybody: SELECT"),
    EVERYBODY_IN_A_COLUMN(
            "grant update (id) on things.parents to public", "things.parents is granted to everybody: UPDATE"),
    ITS_OWN_SCHEMA("create table public.strays (id int)", "public.strays lies in the schema of no feature"),
    TRUNCATE(
            "grant truncate on things.things to klinity_app",
            "the database role 'klinity_app' must not use 'truncate' on things.things: row-level security does not"
                    + " hold that"),
    REFERENCES(
            "grant references on things.things to klinity_app",
            "the database role 'klinity_app' must not use 'references' on things.things: row-level security does not"
                    + " hold that"),
    TRIGGERS(
            "grant trigger on things.things to klinity_app",
            "the database role 'klinity_app' must not use 'trigger' on things.things: row-level security does not hold"
                    + " that"),
    THAT_THE_LOG_STAYS(
            "grant update (details), delete on audit.entries to klinity_app",
            "the database role 'klinity_app' must not delete audit.entries",
            "the database role 'klinity_app' must not update audit.entries"),
    THAT_THE_LOG_STAYS_FOR_OTHERS_TOO(
            "grant truncate, insert (details) on audit.entries to klinity_retention; grant delete on audit.bases to"
                    + " klinity_operator",
            "the database role 'klinity_operator' must not delete audit.bases",
            "the database role 'klinity_retention' must not insert audit.entries",
            "the database role 'klinity_retention' must not truncate audit.entries"),
    MINIMUM_NECESSARY_FOR_THE_OPERATOR(
            "grant select (text) on things.things to klinity_operator",
            "the database role 'klinity_operator' must not select things.things, which holds patient data"),
    MINIMUM_NECESSARY_FOR_RETENTION(
            "grant delete on things.things to klinity_retention",
            "the database role 'klinity_retention' must not delete things.things, which holds patient data");

    private final String sql;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> faults;

    Forgetting(String sql, String... faults) {
        this.sql = sql;
        this.faults = List.of(faults);
    }

    /** What the owner's script does. */
    String sql() {
        return sql;
    }

    /** What stops the start, in order. */
    List<String> faults() {
        return faults;
    }
}
