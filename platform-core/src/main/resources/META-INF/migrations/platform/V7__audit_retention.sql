-- Audit entries are kept six years (45 CFR §164.316(b)(2)(i)), also past their account's deletion. Older ones may leave,
-- from the oldest on, once a file outside the database has them and a witness has been told of the last of them.

do $$
declare
    relation regclass;
begin
    -- Who writes the archive reads what goes into it.
    foreach relation in array array['audit.entries', 'audit.heads', 'audit.checkpoint_heads', 'audit.bases']::regclass[]
    loop
        execute format('create policy retention on %s for select to %I using (true)', relation, '${retention}');
        execute format('grant select on %s to %I', relation, '${retention}');
    end loop;
end $$;
grant select on audit.checkpoints to ${retention};
grant execute on function audit.checkpoint_leaves to ${retention};

-- A cell of the archive's file, as docs/audit-log.md describes it: guarded, then quoted. One expression, for speed.
create function audit.archive_cell(field text) returns text
    language sql immutable parallel safe
    return case when field ~ E'[,"\r\n]' then '"' else '' end
        || case when field = '' or field collate "C" ~ '^[A-Za-z0-9:{]' then '' else '''' end
        || replace(field, '"', '""')
        || case when field ~ E'[,"\r\n]' then '"' else '' end;

-- Numbers, times and ids need neither.
create function audit.archive_line(entry audit.entries) returns text
    language sql stable parallel safe
    return entry.sequence || ',' || audit.utc(entry.occurred_at) || ',' || audit.archive_cell(entry.user_id) || ','
        || audit.archive_cell(entry.ip_address) || ',' || audit.archive_cell(entry.action) || ','
        || audit.archive_cell(entry.resource_type) || ',' || array_to_string(entry.resource_ids, ' ') || ','
        || audit.archive_cell(entry.outcome) || ',' || entry.request_id || ',' || audit.archive_cell(entry.details)
        || ',' || encode(entry.hash, 'hex') || E'\r\n';

-- SHA-256 of the file that must hold the entries after one sequence, through another. Whoever cannot name it has not
-- written that file.
create function audit.archive_digest(account uuid, after bigint, through bigint) returns bytea
    language sql stable
    return (
        select sha256(convert_to('sequence,occurred_at,user_id,ip_address,action,resource_type,resource_id,outcome,'
            || E'request_id,details,hash\r\n' || string_agg(audit.archive_line(e), '' order by e.sequence), 'UTF8'))
        from audit.entries e where e.account_id = account and e.sequence > after and e.sequence <= through);

-- Where the chain in the database begins.
create function audit.base_of(account uuid) returns audit.bases
    language sql stable
    return coalesce(
        (select b from audit.bases b where b.account_id = account),
        row (account, 0, decode(repeat('00', 32), 'hex'))::audit.bases);

-- Whether each entry through that one is older than six years and follows, and the last has that hash: 'done', or what
-- is wrong. Years of the calendar, by this server's clock.
create function audit.judge_retirement(base audit.bases, through bigint, witnessed bytea) returns text
    language sql stable
    return (
        select case
            when bool_or((entry).occurred_at >= now() - interval '6 years') then 'young'
            when count(*) = through - base.sequence and bool_and((entry).hash = audit.link(previous, entry))
                and bool_or((entry).sequence = through and (entry).hash = witnessed) then 'done'
            else 'broken' end
        from (
            select e as entry, lag(e.hash, 1, base.hash) over (order by e.sequence) as previous
            from audit.entries e
            where e.account_id = base.account_id and e.sequence > base.sequence and e.sequence <= through) link);

-- Takes the oldest entries of a chain out of the log, through one that a witnessed checkpoint names, and says so at the
-- chain's end, in one transaction. The answer is 'done', or why nothing was done: 'gone' when they left before,
-- 'unwitnessed', 'young', 'broken' when the chain is not the one that was witnessed, 'unlike' when the archive's digest is
-- not that of the file that must be written. The time zone is fixed because the caller's decides what a calendar year is.
create function audit.retire(account uuid, through bigint, archive bytea) returns text
    language plpgsql security definer set search_path = pg_catalog set timezone = 'UTC' as $$
declare
    base      constant audit.bases not null := audit.base_of(account);
    witnessed constant bytea := (
        select w.hash from audit.checkpoint_heads w join audit.checkpoints c on c.number = w.checkpoint
        where w.account_id = account and w.sequence = through and c.witnessed_at is not null
        order by w.checkpoint desc limit 1);
    verdict   text;
begin
    if through <= base.sequence then
        return 'gone';
    elsif witnessed is null then
        return 'unwitnessed';
    end if;
    verdict := audit.judge_retirement(base, through, witnessed);
    if verdict = 'done' and archive is distinct from audit.archive_digest(account, base.sequence, through) then
        verdict := 'unlike';
    end if;
    if verdict = 'done' then
        -- The chain's end is held only now, because requests of the account wait for it.
        perform from audit.heads h where h.account_id = account for update;
    end if;
    if base.sequence <> (audit.base_of(account)).sequence then
        return 'gone';
    elsif verdict <> 'done' then
        return verdict;
    end if;
    delete from audit.entries e where e.account_id = account and e.sequence <= through;
    insert into audit.bases values (account, through, witnessed)
        on conflict (account_id) do update set sequence = excluded.sequence, hash = excluded.hash;
    perform audit.extend(array[account], array[session_user::text], array[''], array['delete'], array['AuditEvent'],
        array['{}'], array['success'], array[gen_random_uuid()], array[format(
            '{"first": %s, "last": %s, "archive": "%s"}', base.sequence + 1, through, encode(archive, 'hex'))], true);
    return 'done';
end $$;

do $$
declare
    made regprocedure;
begin
    foreach made in array array[
        'audit.archive_cell(text)', 'audit.archive_line(audit.entries)', 'audit.archive_digest(uuid, bigint, bigint)',
        'audit.base_of(uuid)', 'audit.judge_retirement(audit.bases, bigint, bytea)',
        'audit.retire(uuid, bigint, bytea)']::regprocedure[] loop
        execute format('revoke execute on function %s from public', made);
    end loop;
end $$;
grant execute on function audit.retire to ${retention};
