-- Jobs of one topic stand in one line, account by account: the n-th waiting job of an account has the n-th turn from now,
-- so another account's first one comes after at most one job of each. A place is given when a job is left, and anew
-- after each wait, so taking the next job is one step down an index however many wait.
--   in line      turn is set, lease_until is not
--   out of line  turn is null: not due yet, or due and to be lined up
--   held         lease_until is set; the turn stays, as it tells how far the line has come
-- deaths counts leases that ran out without a word from their holder: most likely its process died.
alter table platform.jobs add column turn bigint, add column deaths int not null default 0;
drop index platform.jobs_waiting;
create index jobs_in_line on platform.jobs (topic, turn, id)
    where turn is not null and lease_until is null and failed_at is null;
create index jobs_out_of_line on platform.jobs (available_at)
    where turn is null and lease_until is null and failed_at is null;
create index jobs_held on platform.jobs (lease_until) where lease_until is not null;
create index jobs_turns on platform.jobs (topic, (coalesce(account_id, '00000000-0000-0000-0000-000000000000')), turn)
    where turn is not null and failed_at is null;

-- The turn of one more job. Sees what its caller sees of the line. Plans outlive the few rows for which they were made,
-- so only the way down the indexes is left to it.
create function platform.next_turn(of_topic text, of_account uuid) returns bigint
    language sql stable set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
    return greatest(
        coalesce((select max(j.turn) from platform.jobs j
            where j.lease_until is not null and j.failed_at is null and j.topic = of_topic), 0),
        coalesce((select j.turn from platform.jobs j
            where j.topic = of_topic and j.turn is not null and j.lease_until is null and j.failed_at is null
            order by j.turn limit 1), 0),
        coalesce((select j.turn from platform.jobs j
            where j.topic = of_topic and j.turn is not null and j.failed_at is null
                and coalesce(j.account_id, '00000000-0000-0000-0000-000000000000')
                    = coalesce(of_account, '00000000-0000-0000-0000-000000000000')
            order by j.turn desc limit 1), -1) + 1);
revoke execute on function platform.next_turn from public;
grant execute on function platform.next_turn to ${app};

-- Transactions of one account that leave jobs at the same time do not see each other's: the first one goes into line at
-- once, the others are lined up by the servers. They must not wait for each other here, which could be for ever.
create function platform.join_line() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if new.turn is null and new.lease_until is null and new.failed_at is null and new.available_at <= now()
            and (new.account_id is null or pg_try_advisory_xact_lock(
                hashtextextended('platform.jobs ' || new.topic || ' ' || new.account_id, 0))) then
        new.turn := platform.next_turn(new.topic, new.account_id);
    end if;
    return new;
end $$;
revoke execute on function platform.join_line from public;
create trigger join_line before insert on platform.jobs for each row execute function platform.join_line();

-- Those of the accounts whose work must wait, because they are suspended. For the core alone.
create function platform.suspended_among(accounts uuid[]) returns setof uuid
    language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    if platform.is_core() is distinct from true then
        raise exception 'only the core may do this' using errcode = 'insufficient_privilege';
    end if;
    return query
        select u.id from identity.users u
        where u.id = any (accounts) and u.banned_at is not null and u.deleted_at is null;
end $$;
revoke execute on function platform.suspended_among from public;
grant execute on function platform.suspended_among to ${app};
