-- A deleted account stays deleted, whoever asks, and its tombstone holds nothing of the person: an address that a
-- request under way finds out later does not get in.
create function identity.keep_tombstone() returns trigger
    language plpgsql as $$
begin
    if old.deleted_at is not null and (tg_op = 'DELETE' or new.deleted_at is distinct from old.deleted_at) then
        raise exception 'a deleted account stays deleted' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    if new.deleted_at is not null then
        new.email := null;
    end if;
    return new;
end $$;
create trigger tombstone_stays before update or delete on identity.users
    for each row execute function identity.keep_tombstone();

-- What a deletion finds of an account's work.
create index jobs_of_account on platform.jobs (account_id) where account_id is not null;

-- Suspends an account or ends that, for the operator, with an entry at the end of the account's chain. The answer is
-- 'done', 'unchanged' when it was so before, 'deleted', or 'unknown'.
create function platform.set_suspended(account uuid, suspended boolean, reason text, request uuid) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    found_user identity.users%rowtype;
begin
    if length(reason) > 200 then
        raise exception 'the reason is too long' using errcode = 'string_data_right_truncation';
    end if;
    select * into found_user from identity.users u where u.id = account for update;
    if not found then
        return 'unknown';
    elsif found_user.deleted_at is not null then
        return 'deleted';
    elsif (found_user.banned_at is not null) = suspended then
        return 'unchanged';
    end if;
    update identity.users u set banned_at = case when suspended then clock_timestamp() end where u.id = account;
    perform audit.extend(array[account], array[session_user::text], array[''], array['revoke'], array['Account'],
        array['{' || account || '}'], array['success'], array[request], array[jsonb_build_object(
            'state', case when suspended then 'suspended' else 'reinstated' end, 'reason', reason)::text], true);
    return 'done';
end $$;
revoke execute on function platform.set_suspended from public;
grant execute on function platform.set_suspended to ${operator};
