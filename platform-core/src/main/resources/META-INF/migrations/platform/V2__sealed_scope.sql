-- The account of a transaction is a setting, and any statement may set a setting. So the core seals it: with a key that
-- only the core has, for this session and this transaction alone. A statement that sets the account by itself fails.

-- Who may open accounts: digests of the keys of cores. Only the owner reads them.
create table platform.core_keys (
    verifier      bytea primary key,
    registered_at timestamptz not null default clock_timestamp()
);

-- What seals are made with. Never leaves the database.
create table platform.seal_secret (
    one    boolean primary key default true check (one),
    secret bytea   not null
);
insert into platform.seal_secret (secret)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

create function platform.seal(secret bytea, subject text) returns text
    language sql stable parallel restricted
    return encode(sha256(secret || convert_to(
        subject || ' ' || pg_backend_pid() || ' ' || extract(epoch from now()), 'UTF8')), 'hex');

-- The secret, for who shows a core's key.
create function platform.seal_secret(key bytea) returns bytea
    language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    found_secret bytea := (
        select s.secret from platform.seal_secret s
        where exists (select from platform.core_keys k where k.verifier = sha256(key)));
begin
    if found_secret is null then
        raise exception 'only the core may do this' using errcode = 'insufficient_privilege';
    end if;
    return found_secret;
end $$;
revoke execute on function platform.seal_secret from public;

-- What the core opened: an account's id, 'core' for work of no account, or null. Fails on a seal that is not genuine.
create function platform.subject() returns text
    language plpgsql stable parallel restricted security definer set search_path = pg_catalog as $$
declare
    setting text := current_setting('klinity.account_id', true);
    subject text := split_part(setting, ' ', 1);
begin
    if subject <> '' and split_part(setting, ' ', 2)
            is distinct from platform.seal((select s.secret from platform.seal_secret s), subject) then
        raise exception 'the scope was not opened by the core' using errcode = 'insufficient_privilege';
    end if;
    return nullif(subject, '');
end $$;

create or replace function platform.current_account() returns uuid
    language sql stable parallel restricted
    return nullif(platform.subject(), 'core')::uuid;

create function platform.is_core() returns boolean
    language sql stable parallel restricted
    return platform.subject() = 'core';

-- The account is asked for once a statement, not once a row.
create or replace procedure platform.isolate(relation regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', relation);
    execute format('alter table %s force row level security', relation);
    execute format('create policy account on %s using (account_id = (select platform.current_account()))'
        || ' with check (account_id = (select platform.current_account()))', relation);
    execute format('grant select, insert, update, delete on %s to %I', relation, '${app}');
    execute format('grant usage on schema %I to %I',
        (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = relation),
        '${app}');
end $$;

do $$
declare
    relation regclass;
begin
    for relation in
        select polrelid::regclass from pg_policy where polname = 'account' and polrelid <> 'identity.users'::regclass
    loop
        execute format('alter policy account on %s using (account_id = (select platform.current_account()))'
            || ' with check (account_id = (select platform.current_account()))', relation);
    end loop;
    -- What one account's call leaves in a temporary table, another's could find in the same session.
    execute format('revoke temporary on database %I from public', current_database());
end $$;

alter policy account on identity.users
    using (id = (select platform.current_account())) with check (id = (select platform.current_account()));

-- The functions below run as the owner, whom forced row-level security holds as well.
create policy core on identity.users to current_user using (true) with check (true);
create policy core on audit.entries to current_user using (true) with check (true);
create policy core on audit.heads to current_user using (true) with check (true);

-- Opens an account for this transaction, makes it at its first access, and tells its state.
drop function platform.enter;
create function platform.enter(key bytea, account uuid, issued_at timestamptz) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    found_user identity.users%rowtype;
begin
    perform set_config('klinity.account_id',
        account || ' ' || platform.seal(platform.seal_secret(key), account::text), true);
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
revoke execute on function platform.enter from public;
grant execute on function platform.enter to ${app};

-- Opens the work of no account, which sees every job and no account's tables.
create function platform.enter_core(key bytea) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform set_config('klinity.account_id', 'core ' || platform.seal(platform.seal_secret(key), 'core'), true);
end $$;
revoke execute on function platform.enter_core from public;
grant execute on function platform.enter_core to ${app};

-- Payloads of jobs are nobody's but their account's and the core's.
alter table platform.jobs enable row level security;
alter table platform.jobs force row level security;
create policy account on platform.jobs to ${app}
    using (account_id = (select platform.current_account()))
    with check (account_id = (select platform.current_account()));
create policy core on platform.jobs to ${app}
    using ((select platform.is_core())) with check ((select platform.is_core()));

-- Appends entries, each to the end of its account's chain. One call serves many accounts, so that reads that happen at
-- the same time share one commit. Accounts whose chain another transaction holds are waited for or left out; the answer
-- says which entries were appended.
drop function audit.append;
create function audit.append(
    key bytea, accounts uuid[], user_ids text[], ip_addresses text[], actions text[], resource_types text[],
    resource_ids text[], outcomes text[], request_ids uuid[], details text[], wait boolean) returns boolean[]
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    given record;
    entry audit.entries;
    chain audit.entries[] := '{}';
    done  boolean[] := array_fill(false, array[cardinality(accounts)]);
begin
    perform platform.seal_secret(key);
    if wait then
        perform from audit.heads h where h.account_id = any (accounts) order by h.account_id for update;
    end if;
    for given in
        with head as materialized (
            select h.account_id, h.sequence, h.hash from audit.heads h
            where h.account_id = any (accounts) order by h.account_id for update skip locked)
        select e.*, head.sequence, head.hash
        from unnest(accounts, user_ids, ip_addresses, actions, resource_types, resource_ids, outcomes, request_ids,
                details) with ordinality
            as e (account_id, user_id, ip_address, action, resource_type, resource_ids, outcome, request_id, details,
                position)
            join head on head.account_id = e.account_id
        order by e.account_id, e.position
    loop
        if entry.account_id is distinct from given.account_id then
            entry.sequence := given.sequence;
            entry.hash := given.hash;
        end if;
        entry := row (given.account_id, entry.sequence + 1, clock_timestamp(), given.user_id, given.ip_address,
            given.action, given.resource_type, given.resource_ids::uuid[], given.outcome, given.request_id,
            given.details, entry.hash);
        entry.hash := audit.link(entry.hash, entry);
        chain := chain || entry;
        done[given.position] := true;
    end loop;
    insert into audit.entries select e.* from unnest(chain) e;
    update audit.heads h set sequence = last.sequence, hash = last.hash
    from (select distinct on (e.account_id) e.account_id, e.sequence, e.hash
          from unnest(chain) e order by e.account_id, e.sequence desc) last
    where h.account_id = last.account_id;
    return done;
end $$;
revoke execute on function audit.append from public;
grant execute on function audit.append to ${app};

-- Heads change with every entry: room for the next version beside the last spares the index.
alter table audit.heads set (fillfactor = 50);
insert into audit.heads select u.id, 0, decode(repeat('00', 32), 'hex') from identity.users u on conflict do nothing;
