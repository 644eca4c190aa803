package com.klinity.platform.testkit;

import java.util.List;

/**
 * What SQL knows that could change the registers of emergency access, or what guards them; with the SQLSTATE it must end
 * with. RECORD stands for a record's id, ROLE for whose connection it is.
 */
final class RegisterAttacks {

    private RegisterAttacks() {}

    /** For every role that the platform runs with. */
    static final List<String> ALL = List.of(
            "42501 | update audit.emergency_access set reason = 'better'",
            "42501 | update audit.emergency_access set recorded_at = now() where id = 'RECORD'",
            "42501 | update audit.emergency_access_reviews set finding = 'fine'",
            "42501 | delete from audit.emergency_access",
            "42501 | delete from audit.emergency_access where recorded_at < now() - interval '7 years'",
            "42501 | delete from audit.emergency_access_reviews",
            "42501 | with gone as (delete from audit.emergency_access returning 1) select count(*) from gone",
            "42501 | truncate audit.emergency_access cascade",
            "42501 | truncate audit.emergency_access_reviews",
            "42501 | insert into audit.emergency_access values (gen_random_uuid(), now(), 'klinity_operator', 'w', 'r',"
                    + " 'd', 'a', now(), now(), '{}')",
            "42501 | insert into audit.emergency_access_reviews values (gen_random_uuid(), 'RECORD', now(),"
                    + " 'klinity_operator', 'b', 'f')",
            "42501 | merge into audit.emergency_access e using (values (1)) as v (n) on true"
                    + " when matched then delete",
            "42501 | copy audit.emergency_access from stdin",
            "42501 | copy (delete from audit.emergency_access returning *) to stdout",
            "42501 | select * from audit.emergency_access",
            "42501 | select * from audit.emergency_access for update",
            "42501 | select finding from audit.emergency_access_reviews",
            "42501 | drop table audit.emergency_access cascade",
            "42501 | drop table audit.emergency_access_reviews",
            "42501 | alter table audit.emergency_access owner to ROLE",
            "42501 | alter table audit.emergency_access rename to gone",
            "42501 | alter table audit.emergency_access disable trigger kept",
            "42501 | alter table audit.emergency_access disable trigger all",
            "42501 | alter table audit.emergency_access no force row level security",
            "42501 | alter table audit.emergency_access drop column reason",
            "42501 | alter table audit.emergency_access drop constraint emergency_access_pkey",
            "42501 | drop trigger kept on audit.emergency_access",
            "42501 | create trigger lost before insert on audit.emergency_access"
                    + " for each row execute function suppress_redundant_updates_trigger()",
            "42501 | create rule lost as on insert to audit.emergency_access do instead nothing",
            "42501 | create policy mine on audit.emergency_access to public using (true)",
            "42501 | drop policy core on audit.emergency_access",
            "42501 | create or replace function audit.refuse_change() returns trigger language plpgsql"
                    + " as 'begin return null; end'",
            "42501 | create or replace function audit.told(access audit.emergency_access) returns text"
                    + " language sql return ''",
            "42501 | drop function audit.overdue_emergency_reviews",
            "42501 | create or replace function audit.overdue_emergency_reviews() returns bigint"
                    + " language sql return 0",
            "42501 | alter function audit.record_emergency_access owner to ROLE",
            "42501 | select audit.tell_of_emergency(gen_random_uuid(),"
                    + " array['00000000-0000-0000-0000-000000000000'::uuid], array['create'],"
                    + " array['EmergencyAccess'], array['{RECORD}'], array['{}'])",
            "42501 | set session_replication_role = replica; delete from audit.emergency_access");

    /** For the roles that are not the operator. */
    static final List<String> OF_OTHERS = List.of(
            "42501 | select audit.record_emergency_access(gen_random_uuid(), 'w', 'r', 'd', 'a', now(), now(), '{}')",
            "42501 | select audit.review_emergency_access(gen_random_uuid(), 'RECORD', 'b', 'f')",
            "42501 | select * from audit.emergency_accesses()",
            "42501 | select * from audit.emergency_faults()");

    /** For the operator, who may record but not in any form. */
    static final List<String> OF_THE_OPERATOR = List.of(
            "23505 | select audit.record_emergency_access('RECORD', 'w', 'r', 'd', 'a', now(), now(), '{}')",
            "23514 | select audit.record_emergency_access(gen_random_uuid(), ' ', 'r', 'd', 'a', now(), now(), '{}')",
            "23514 | select audit.record_emergency_access(gen_random_uuid(), 'w', '', 'd', 'a', now(), now(), '{}')",
            "23514 | select audit.record_emergency_access(gen_random_uuid(), 'w', 'r', E'\\n"
                    + "', 'a', now(), now(), '{}')",
            "23514 | select audit.record_emergency_access(gen_random_uuid(), 'w', 'r', 'd', repeat('a', 1001), now(),"
                    + " now(), '{}')",
            "23514 | select audit.record_emergency_access(gen_random_uuid(), 'w', 'r', 'd', 'a', now(),"
                    + " now() - interval '1 second', '{}')",
            "22008 | select audit.record_emergency_access(gen_random_uuid(), 'w', 'r', 'd', 'a', now(),"
                    + " now() + interval '1 hour', '{}')",
            "23502 | select audit.record_emergency_access(gen_random_uuid(), 'w', null, 'd', 'a', now(), now(), '{}')",
            "23514 | select audit.review_emergency_access(gen_random_uuid(), 'RECORD', 'b', ' ')",
            "23514 | select audit.review_emergency_access(gen_random_uuid(), 'RECORD', repeat('b', 201), 'f')");

    /** For the owner, who could first remove the trigger: that is found by {@code audit.emergency_faults}. */
    static final List<String> OF_THE_OWNER = List.of(
            "23001 | update audit.emergency_access set reason = 'better'",
            "23001 | delete from audit.emergency_access where id = 'RECORD'",
            "23001 | truncate audit.emergency_access cascade",
            "23001 | update audit.emergency_access_reviews set finding = 'fine'",
            "23001 | delete from audit.emergency_access_reviews",
            "23001 | truncate audit.emergency_access_reviews");
}
