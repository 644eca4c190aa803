-- The tables that the core's enforcement stands on. A feature can add to these schemas, never loosen them.

create schema identity;
create schema audit;
grant usage on schema platform, identity, audit to ${app}, ${operator}, ${retention};

-- The account of the current transaction. The setting reads '' after a transaction that set it, hence nullif.
create function platform.current_account() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('klinity.account_id', true), '')::uuid;

-- Gives a table to accounts: each sees its own rows, nobody sees all, not even the table's owner.
create procedure platform.isolate(relation regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', relation);
    execute format('alter table %s force row level security', relation);
    execute format('create policy account on %s using (account_id = platform.current_account())'
        || ' with check (account_id = platform.current_account())', relation);
    execute format('grant select, insert, update, delete on %s to %I', relation, '${app}');
    execute format('grant usage on schema %I to %I',
        (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = relation),
        '${app}');
end $$;

-- One row an account. The id is the token's subject; a deleted account stays as a tombstone.
create table identity.users (
    id            uuid primary key,
    email         text,
    created_at    timestamptz not null default clock_timestamp(),
    banned_at     timestamptz,
    deleted_at    timestamptz,
    signed_out_at timestamptz
);
alter table identity.users enable row level security;
alter table identity.users force row level security;
create policy account on identity.users to ${app}
    using (id = platform.current_account()) with check (id = platform.current_account());
create policy operator on identity.users to ${operator} using (true) with check (true);
grant select, insert (id), update (email, deleted_at, signed_out_at) on identity.users to ${app};
grant select (id, created_at, banned_at, deleted_at), update (banned_at) on identity.users to ${operator};

-- Sets the transaction to an account, makes the account at its first access, and tells its state.
create function platform.enter(account uuid, issued_at timestamptz) returns text
    language plpgsql as $$
declare
    found_user identity.users%rowtype;
begin
    perform set_config('klinity.account_id', account::text, true);
    select * into found_user from identity.users where id = account;
    if not found then
        insert into identity.users (id) values (account) on conflict do nothing;
        select * into found_user from identity.users where id = account;
    end if;
    return case
        when found_user.deleted_at is not null then 'deleted'
        when found_user.banned_at is not null then 'banned'
        when issued_at <= found_user.signed_out_at then 'signed-out'
        else 'active'
    end;
end $$;
grant execute on function platform.enter to ${app};

-- The audit log: one hash chain an account.
create table audit.entries (
    account_id    uuid        not null,
    sequence      bigint      not null,
    occurred_at   timestamptz not null,
    user_id       text        not null,
    ip_address    text        not null,
    action        text        not null,
    resource_type text        not null,
    resource_ids  uuid[]      not null,
    outcome       text        not null,
    request_id    uuid        not null,
    details       text        not null,
    hash          bytea       not null,
    primary key (account_id, sequence)
);
create table audit.heads (
    account_id uuid primary key,
    sequence   bigint not null,
    hash       bytea  not null
);
alter table audit.entries enable row level security;
alter table audit.entries force row level security;
alter table audit.heads enable row level security;
alter table audit.heads force row level security;
create policy account on audit.entries
    using (account_id = platform.current_account()) with check (account_id = platform.current_account());
create policy account on audit.heads
    using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant select on audit.entries, audit.heads to ${app};

-- One field of the canonical form: its length in bytes, a colon, the bytes, a comma.
create function audit.field(value text) returns text
    language sql immutable parallel safe
    return octet_length(convert_to(value, 'UTF8')) || ':' || value || ',';

create function audit.utc(moment timestamptz) returns text
    language sql immutable parallel safe
    return to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- hash = SHA-256 of the previous hash and the entry's fields; the first one follows 32 zero bytes.
create function audit.link(previous bytea, entry audit.entries) returns bytea
    language sql immutable parallel safe
    return sha256(previous || convert_to(
        audit.field(entry.account_id::text) || audit.field(entry.sequence::text)
        || audit.field(audit.utc(entry.occurred_at)) || audit.field(entry.user_id)
        || audit.field(entry.ip_address) || audit.field(entry.action) || audit.field(entry.resource_type)
        || audit.field(array_to_string(entry.resource_ids, ' ')) || audit.field(entry.outcome)
        || audit.field(entry.request_id::text) || audit.field(entry.details), 'UTF8'));

-- The only way into the log. Runs as the owner, for the transaction's own account.
create function audit.append(
    user_id text, ip_address text, action text, resource_type text, resource_ids uuid[],
    outcome text, request_id uuid, details text) returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    head  audit.heads%rowtype;
    entry audit.entries%rowtype;
begin
    if platform.current_account() is null then
        raise exception 'audit.append outside an account';
    end if;
    insert into audit.heads values (platform.current_account(), 0, decode(repeat('00', 32), 'hex'))
        on conflict do nothing;
    select * into strict head from audit.heads h where h.account_id = platform.current_account() for update;
    entry := row (head.account_id, head.sequence + 1, clock_timestamp(), user_id, ip_address, action,
        resource_type, resource_ids, outcome, request_id, details, ''::bytea);
    entry.hash := audit.link(head.hash, entry);
    insert into audit.entries select entry.*;
    update audit.heads h set sequence = entry.sequence, hash = entry.hash where h.account_id = entry.account_id;
    return entry.sequence;
end $$;
revoke execute on function audit.append from public;
grant execute on function audit.append to ${app}, ${operator};

-- Work that outlives requests. Ids only, and no account's content: every server must see every job.
create table platform.jobs (
    id           uuid primary key,
    topic        text        not null,
    account_id   uuid,
    subject_id   uuid        not null,
    payload      jsonb       not null default '{}',
    created_at   timestamptz not null default now(),
    available_at timestamptz not null default now(),
    attempts     int         not null default 0,
    lease_until  timestamptz,
    fence        bigint      not null default 0,
    failed_at    timestamptz
);
create index jobs_waiting on platform.jobs (topic, available_at) where failed_at is null;
grant select, insert, update, delete on platform.jobs to ${app};

-- First answers to requests that carried an Idempotency-Key.
create table platform.idempotency (
    account_id  uuid        not null default platform.current_account(),
    key         bytea       not null,
    fingerprint bytea       not null,
    status      int,
    headers     jsonb,
    body        bytea,
    resources   uuid[],
    created_at  timestamptz not null default now(),
    primary key (account_id, key)
);
call platform.isolate('platform.idempotency');
