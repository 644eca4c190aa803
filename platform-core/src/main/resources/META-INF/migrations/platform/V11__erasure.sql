-- An erasure waits for the transactions that its account was admitted to before the deletion, and for nobody else's. So
-- each transaction that opens an account holds a lock in its name, shared and in memory only, until it ends. Nobody ever
-- waits for such a lock: where somebody holds it for himself alone, which no part of the platform does, the transaction
-- is refused.

create or replace function platform.enter(key bytea, account uuid, issued_at timestamptz) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    found_user identity.users%rowtype;
begin
    perform set_config('klinity.account_id',
        account || ' ' || platform.seal(platform.seal_secret(key), account::text), true);
    if not pg_try_advisory_xact_lock_shared(uuid_hash_extended(account, 0)) then
        raise exception 'the account is locked' using errcode = 'lock_not_available';
    end if;
    select * into found_user from identity.users u where u.id = account;
    if not found then
        insert into identity.users (id) values (account) on conflict do nothing;
        insert into audit.heads values (account, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
        select * into found_user from identity.users u where u.id = account;
    end if;
    return case
        when found_user.deleted_at is not null then 'deleted'
        when found_user.banned_at is not null then 'banned'
        when issued_at <= found_user.signed_out_at then 'signed-out'
        else 'active'
    end;
end $$;

-- How many other transactions that account was opened in before that moment and that have not ended. In pg_locks a key of
-- 64 bits is two halves (PostgreSQL's manual, 54.12).
create function platform.at_work_since(account uuid, moment timestamptz) returns bigint
    language sql stable set search_path = pg_catalog
begin atomic
    select count(*)
    from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.objsubid = 1
        and l.database = (select d.oid from pg_database d where d.datname = current_database())
        and (l.classid::bigint << 32 | l.objid::bigint) = uuid_hash_extended(account, 0)
        and l.pid <> pg_backend_pid() and a.xact_start < moment;
end;
grant execute on function platform.at_work_since to ${app};

-- Which feature answers for which table, written at each start that has the owner's login. What a feature declared stays
-- here when it is taken out, so that its rows are not forgotten.
create table platform.feature_tables (
    table_name text    primary key,
    feature    text    not null,
    place      integer not null,
    kind       text    not null,
    phi        boolean not null,
    retention  text    not null,
    kept       text
);
grant select on platform.feature_tables to ${app};
