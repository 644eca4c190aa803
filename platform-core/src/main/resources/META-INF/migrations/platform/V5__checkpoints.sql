-- What a witness outside the database is told of the audit log: from time to time, the head of each chain. Whoever can
-- write every table here can make the log's hashes anew, and not what the witness keeps.

create table audit.checkpoints (
    number       bigint primary key,
    taken_at     timestamptz not null,
    heads        int         not null,
    -- whether every chain's head is in it, or only those that changed since the checkpoint before
    complete     boolean     not null,
    root         bytea       not null,
    digest       bytea       not null,
    note         text        not null,
    witnessed_at timestamptz
);
create table audit.checkpoint_heads (
    account_id uuid   not null,
    checkpoint bigint not null,
    position   int    not null,
    sequence   bigint not null,
    hash       bytea  not null,
    primary key (account_id, checkpoint)
);
create index checkpoint_heads_in_order on audit.checkpoint_heads (checkpoint, position);

-- Where the chain begins of an account whose oldest entries were archived: after this one.
create table audit.bases (
    account_id uuid primary key,
    sequence   bigint not null,
    hash       bytea  not null
);

do $$
declare
    relation regclass;
begin
    foreach relation in array array['audit.checkpoint_heads', 'audit.bases']::regclass[] loop
        execute format('alter table %s enable row level security', relation);
        execute format('alter table %s force row level security', relation);
        execute format('create policy account on %s using (account_id = (select platform.current_account()))'
            || ' with check (account_id = (select platform.current_account()))', relation);
        execute format('create policy core on %s to current_user using (true) with check (true)', relation);
    end loop;
    -- Who checks the whole log reads all of it, and changes nothing.
    foreach relation in array array['audit.entries', 'audit.heads', 'audit.checkpoint_heads', 'audit.bases']::regclass[]
    loop
        execute format('create policy operator on %s for select to %I using (true)', relation, '${operator}');
        execute format('grant select on %s to %I', relation, '${operator}');
    end loop;
end $$;
grant select on audit.checkpoint_heads, audit.bases to ${app};
grant select on audit.checkpoints to ${app}, ${operator};

-- Begins a checkpoint: its number and the digest that it follows; nothing while another server is at one. One that is
-- not with the witness yet comes first.
create function audit.begin_checkpoint(key bytea) returns table (number bigint, previous text)
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform platform.seal_secret(key);
    if not pg_try_advisory_xact_lock('audit.checkpoints'::regclass::int, 0)
            or exists (select from audit.checkpoints c where c.witnessed_at is null) then
        return;
    end if;
    return query
        select coalesce(max(c.number), 0) + 1,
            coalesce(encode((array_agg(c.digest order by c.number desc))[1], 'hex'), repeat('00', 32))
        from audit.checkpoints c;
end $$;

-- The heads that no checkpoint has as they are now, or all of them, in the order of a checkpoint.
create function audit.heads_to_witness(key bytea, complete boolean)
    returns table (account_id uuid, sequence bigint, hash bytea)
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform platform.seal_secret(key);
    return query
        select h.account_id, h.sequence, h.hash
        from audit.heads h
            left join lateral (
                select w.sequence from audit.checkpoint_heads w
                where w.account_id = h.account_id order by w.checkpoint desc limit 1) last on true
        where h.sequence > case when complete then 0 else coalesce(last.sequence, 0) end
        order by h.account_id;
end $$;

create function audit.keep_checkpoint(
    key bytea, number bigint, taken_at timestamptz, complete boolean, root bytea, digest bytea, note text,
    accounts uuid[], sequences bigint[], hashes bytea[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform platform.seal_secret(key);
    insert into audit.checkpoints
    values (number, taken_at, cardinality(accounts), complete, root, digest, note);
    insert into audit.checkpoint_heads
    select h.account, number, h.position - 1, h.sequence, h.hash
    from unnest(accounts, sequences, hashes) with ordinality as h (account, sequence, hash, position);
end $$;

create function audit.witnessed(key bytea, which bigint) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform platform.seal_secret(key);
    update audit.checkpoints c set witnessed_at = clock_timestamp() where c.number = which and c.witnessed_at is null;
end $$;

-- The lines of one checkpoint, which the witness is given with its note.
create function audit.checkpoint_lines(key bytea, which bigint)
    returns table (account_id uuid, sequence bigint, hash bytea)
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform platform.seal_secret(key);
    return query
        select h.account_id, h.sequence, h.hash from audit.checkpoint_heads h
        where h.checkpoint = which order by h.position;
end $$;

-- The leaves of a checkpoint's tree (RFC 9162 §2.1.1), by which one account proves its own without seeing the others:
-- an account's id is in none of them but as part of a digest, with a hash that only its own log gives.
create function audit.checkpoint_leaves(which bigint) returns bytea[]
    language sql stable security definer set search_path = pg_catalog
    return (
        select array_agg(sha256('\x00'::bytea || convert_to(
            h.account_id || ' ' || h.sequence || ' ' || encode(h.hash, 'hex'), 'UTF8')) order by h.position)
        from audit.checkpoint_heads h where h.checkpoint = which);

do $$
declare
    made regprocedure;
begin
    foreach made in array array[
        'audit.begin_checkpoint(bytea)', 'audit.heads_to_witness(bytea, boolean)',
        'audit.keep_checkpoint(bytea, bigint, timestamptz, boolean, bytea, bytea, text, uuid[], bigint[], bytea[])',
        'audit.witnessed(bytea, bigint)', 'audit.checkpoint_lines(bytea, bigint)',
        'audit.checkpoint_leaves(bigint)']::regprocedure[] loop
        execute format('revoke execute on function %s from public', made);
        execute format('grant execute on function %s to %I', made, '${app}');
    end loop;
end $$;
