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
