package com.klinity.platform.testkit;

import java.util.List;

/**
 * What SQL knows that could change the audit log, or what guards it, or stop it; with the SQLSTATE it must end with.
 * ACCOUNT stands for whose log it is, ROLE for whose connection it is.
 */
final class LogAttacks {

    /** PostgreSQL takes a grant of what one may not pass on for a warning (its manual, GRANT). */
    private static final String NOTHING_GRANTED = "01007";

    private LogAttacks() {}

    /** On rows. */
    static final List<String> ROWS = List.of(
            "42501 | update audit.entries set outcome = 'success'",
            "42501 | update audit.entries set hash = hash where account_id = 'ACCOUNT'",
            "42501 | update only audit.entries set details = ''",
            "42501 | update audit.heads set sequence = 0",
            "42501 | update audit.heads set hash = decode(repeat('00', 32), 'hex')",
            "42501 | delete from audit.entries",
            "42501 | delete from audit.entries where sequence = 1",
            "42501 | delete from audit.heads",
            "42501 | with gone as (delete from audit.entries returning 1) select count(*) from gone",
            "42501 | truncate audit.entries",
            "42501 | truncate audit.heads cascade",
            "42501 | insert into audit.entries select 'ACCOUNT', 99, now(), '', '', '', '', '{}', '',"
                    + " gen_random_uuid(), '', ''",
            "42501 | insert into audit.entries select * from audit.entries on conflict (account_id, sequence)"
                    + " do update set outcome = ''",
            "42501 | insert into audit.heads values (gen_random_uuid(), 0, '')",
            "42501 | insert into audit.heads values ('ACCOUNT', 0, '') on conflict (account_id)"
                    + " do update set sequence = 0",
            "42501 | merge into audit.entries e using (values (1)) as v (n) on e.sequence = v.n"
                    + " when matched then delete",
            "42501 | merge into audit.heads h using (values (1)) as v (n) on h.sequence = v.n"
                    + " when matched then update set sequence = 0",
            "42501 | copy audit.entries from stdin",
            "42501 | copy audit.entries from '/dev/null'",
            "42501 | copy audit.entries from program 'true'",
            "42501 | copy audit.heads from stdin",
            "42501 | copy (delete from audit.entries returning *) to stdout",
            "42501 | do 'begin delete from audit.entries; end'",
            "0A000|42501 | select query_to_xml('delete from audit.entries returning 1', true, true, '')",
            "42501 | prepare gone as delete from audit.entries; execute gone",
            "42501 | explain analyze delete from audit.entries",
            "42501 | select * from audit.entries for update",
            "42501 | select * from audit.heads for update",
            "42501 | select * from audit.heads for no key update skip locked",
            "42501 | select * from audit.entries for share",
            "42501 | select * from audit.heads for key share");

    /** On the tables. */
    static final List<String> TABLES = List.of(
            "42501 | drop table audit.entries",
            "42501 | drop table audit.heads cascade",
            "42501 | drop schema audit cascade",
            "42501 | drop owned by klinity_owner",
            "42501 | alter schema audit owner to ROLE",
            "42501 | alter schema audit rename to gone",
            "42501 | alter table audit.entries owner to ROLE",
            "42501 | alter table audit.entries rename to gone",
            "42501 | alter table audit.entries set schema public",
            "42501 | alter table audit.entries disable trigger all",
            "42501 | alter table audit.entries disable row level security",
            "42501 | alter table audit.entries no force row level security",
            "42501 | alter table audit.heads disable row level security",
            "42501 | alter table audit.entries drop column details",
            "42501 | alter table audit.entries alter column outcome type text using 'success'",
            "42501 | alter table audit.entries add column more text",
            "42501 | alter table audit.entries drop constraint entries_pkey",
            "42501 | alter table audit.entries add constraint never check (false) not valid",
            "42501 | alter table audit.entries set unlogged",
            "42501 | create trigger lost before insert on audit.entries"
                    + " for each row execute function suppress_redundant_updates_trigger()",
            "42501 | create rule lost as on insert to audit.entries do instead nothing",
            "42501 | create policy all_of_it on audit.entries to public using (true)",
            "42501 | alter policy account on audit.entries using (true)",
            "42501 | drop policy account on audit.entries",
            "42501 | create unique index once on audit.entries (account_id)",
            "42501 | create table public.more () inherits (audit.entries)",
            "42501 | create event trigger lost on ddl_command_start execute function"
                    + " suppress_redundant_updates_trigger()",
            "42501 | comment on table audit.entries is 'mine'",
            "42501 | lock table audit.heads in access exclusive mode",
            "42501 | lock table audit.heads in share row exclusive mode",
            "42501 | lock table audit.heads in share mode",
            "42501 | lock table audit.entries in row exclusive mode");

    /** On the ways in. */
    static final List<String> FUNCTIONS = List.of(
            "42501 | select audit.extend(array['ACCOUNT']::uuid[], array['u'], array[''], array['read'], array['Note'],"
                    + " array['{}'], array['success'], array[gen_random_uuid()], array[''], true)",
            "42501 | select audit.append(null, array['ACCOUNT']::uuid[], array['u'], array[''], array['read'],"
                    + " array['Note'], array['{}'], array['success'], array[gen_random_uuid()], array[''], true)",
            "42501 | select audit.append('', array['ACCOUNT']::uuid[], array['u'], array[''], array['read'],"
                    + " array['Note'], array['{}'], array['success'], array[gen_random_uuid()], array[''], true)",
            "42501 | select audit.append(sha256('guess'), array['ACCOUNT']::uuid[], array['u'], array[''],"
                    + " array['read'], array['Note'], array['{}'], array['success'], array[gen_random_uuid()],"
                    + " array[''], false)",
            "42883 | select audit.append('u', '', 'read', 'Note', array[]::uuid[], 'success', gen_random_uuid(), '')",
            "42501 | create or replace function audit.append(key bytea, accounts uuid[], user_ids text[],"
                    + " ip_addresses text[], actions text[], resource_types text[], resource_ids text[],"
                    + " outcomes text[], request_ids uuid[], details text[], wait boolean) returns boolean[]"
                    + " language sql return array[true]",
            "42501 | create or replace function audit.link(previous bytea, entry audit.entries) returns bytea"
                    + " language sql immutable return previous",
            "42501 | create or replace function audit.extend(accounts uuid[], user_ids text[], ip_addresses text[],"
                    + " actions text[], resource_types text[], resource_ids text[], outcomes text[],"
                    + " request_ids uuid[], details text[], wait boolean) returns boolean[]"
                    + " language sql return array[true]",
            "42501 | create or replace function platform.seal_secret(key bytea) returns bytea"
                    + " language sql return ''::bytea",
            "42501 | create function pg_temp.link(bytea) returns bytea language sql return ''::bytea",
            "42501 | alter function audit.append owner to ROLE",
            "42501 | alter function audit.append security invoker",
            "42501 | alter function audit.extend security definer",
            "42501 | alter function audit.link rename to gone",
            "42501 | alter function audit.append set search_path = public",
            "42501 | drop function audit.append",
            "42501 | insert into platform.core_keys (verifier) values (sha256(sha256('guess')))",
            "42501 | update platform.seal_secret set secret = ''",
            "42501 | delete from platform.core_keys",
            "42501 | grant execute on function audit.extend to ROLE",
            "42501|" + NOTHING_GRANTED + " | grant execute on function audit.append to public");

    /** On what tells of the log outside. */
    static final List<String> CHECKPOINTS = List.of(
            "42501 | update audit.checkpoints set witnessed_at = now()",
            "42501 | update audit.checkpoints set note = ''",
            "42501 | delete from audit.checkpoints",
            "42501 | truncate audit.checkpoints",
            "42501 | insert into audit.checkpoints values (9, now(), 1, true, '', '', '', now())",
            "42501 | update audit.checkpoint_heads set sequence = 0",
            "42501 | delete from audit.checkpoint_heads",
            "42501 | insert into audit.checkpoint_heads values ('ACCOUNT', 9, 0, 1, '')",
            "42501 | update audit.bases set sequence = 0",
            "42501 | delete from audit.bases",
            "42501 | insert into audit.bases values ('ACCOUNT', 2, '')",
            "42501 | copy audit.bases from stdin",
            "42501 | select * from audit.begin_checkpoint(null)",
            "42501 | select * from audit.begin_checkpoint(sha256('guess'))",
            "42501 | select * from audit.heads_to_witness('', true)",
            "42501 | select audit.keep_checkpoint('', 9, now(), true, '', '', '', '{}', '{}', '{}')",
            "42501 | select audit.witnessed('', 1)",
            "42501 | select * from audit.checkpoint_lines('', 1)",
            "42501 | alter table audit.bases disable row level security",
            "42501 | drop table audit.checkpoints",
            "42501 | lock table audit.checkpoints in share mode",
            "42501 | lock table audit.checkpoint_turns in access share mode",
            "42501 | lock table audit.checkpoint_turns in exclusive mode",
            "42501 | select * from audit.checkpoint_turns for key share",
            "42501 | select * from audit.checkpoint_turns for update",
            "42501 | insert into audit.checkpoint_turns values (true)",
            "42501 | update audit.checkpoint_turns set one = one",
            "42501 | delete from audit.checkpoint_turns");

    /** On the way out, which the retention role alone may take, and only with what is old and witnessed. */
    static final List<String> RETIREMENT = List.of(
            "42501|00000 | select audit.retire('ACCOUNT', 1, sha256(''))",
            "42501|00000 | select audit.retire('ACCOUNT', 4, null)",
            "42501|00000 | select audit.retire('ACCOUNT', 9223372036854775807, sha256(''))",
            "42501|00000 | select audit.retire(account_id, sequence, hash) from audit.heads",
            "42501|00000 | select audit.retire(gen_random_uuid(), 0, null)",
            "42501 | select audit.archive_digest('ACCOUNT', 0, 1)",
            "42501 | select audit.judge_retirement(audit.base_of('ACCOUNT'), 4, null)",
            "42501 | create or replace function audit.retire(account uuid, through bigint, archive bytea) returns text"
                    + " language sql return 'done'",
            "42501 | create or replace function audit.judge_retirement(base audit.bases, through bigint,"
                    + " witnessed bytea) returns text language sql return 'done'",
            "42501 | alter function audit.retire reset timezone",
            "42501 | alter function audit.retire owner to ROLE",
            "42501 | set timezone = 'Asia/Amman'; delete from audit.entries where occurred_at < now() - interval '6"
                    + " years'",
            "42501|" + NOTHING_GRANTED + " | grant execute on function audit.retire to klinity_app",
            "42501 | create function pg_temp.now() returns timestamptz language sql return 'infinity'::timestamptz",
            "42501 | alter policy retention on audit.entries to public",
            "42501 | create policy retire on audit.entries for delete to ROLE using (true)");

    /** On who one is, and on PostgreSQL itself. */
    static final List<String> POWERS = List.of(
            "42501|" + NOTHING_GRANTED + " | grant update, delete, insert on audit.entries to ROLE",
            "42501|" + NOTHING_GRANTED + " | grant all on audit.heads to public",
            "42501|" + NOTHING_GRANTED + " | grant create on schema audit to ROLE",
            "42501 | grant klinity_owner to ROLE",
            "42501 | grant pg_write_all_data to ROLE",
            "42501 | set role klinity_owner",
            "42501 | set session authorization klinity_owner",
            "42501 | reassign owned by klinity_owner to ROLE",
            "42501 | alter default privileges for role klinity_owner grant all on tables to ROLE",
            "42501 | alter role ROLE superuser",
            "42501 | alter role ROLE bypassrls",
            "42501 | alter role ROLE set session_replication_role = replica",
            "42501 | alter role klinity_owner password 'known'",
            "42501 | set session_replication_role = replica",
            "42501 | select set_config('session_replication_role', 'replica', false)",
            "42501 | set allow_system_table_mods = on",
            "42501 | set row_security = off; update audit.entries set outcome = 'success'",
            "42501 | update pg_catalog.pg_class set relrowsecurity = false, relforcerowsecurity = false",
            "42501 | update pg_catalog.pg_class set relowner = 'ROLE'::regrole where relname = 'entries'",
            "42501 | update pg_catalog.pg_proc set prosrc = '' where proname = 'append'",
            "42501 | update pg_catalog.pg_authid set rolsuper = true",
            "42501 | insert into pg_catalog.pg_auth_members select * from pg_catalog.pg_auth_members",
            "42501 | delete from pg_catalog.pg_policy",
            "42501 | delete from pg_catalog.pg_attribute where attrelid = 'audit.entries'::regclass",
            "42501 | select pg_read_file(pg_relation_filepath('audit.entries'))",
            "42501 | select lo_export(1, pg_relation_filepath('audit.entries'))",
            "42501 | select pg_terminate_backend(pid) from pg_stat_activity where usename = 'klinity_owner'"
                    + " union all select pg_reload_conf()",
            "42501 | create extension pageinspect",
            "42501 | create publication leak for table audit.entries",
            "42501 | create foreign data wrapper elsewhere");
}
