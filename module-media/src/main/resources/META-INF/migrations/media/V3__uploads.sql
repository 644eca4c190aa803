-- Audio that is on its way, or was on its way when the server died. The row is there before the first byte is taken and
-- goes in the transaction that puts the recording on record, so whatever the store holds has a row in one table or the
-- other. Its room counts as taken.
create table media.uploads (
    account_id uuid        not null default platform.current_account(),
    id         uuid        not null,
    reserved   bigint      not null check (reserved >= 0),
    started_at timestamptz not null default now(),
    due_at     timestamptz not null,
    ended      boolean     not null default false,
    primary key (account_id, id)
);
call platform.isolate('media.uploads');

-- Who holds an account's row here decides what room it has left: admissions at the same time would all see the same.
create table media.admissions (
    account_id uuid   not null default platform.current_account() primary key,
    admitted   bigint not null default 1
);
call platform.isolate('media.admissions');

-- What an account stores, without a look at its rows.
create index recordings_storage on media.recordings (account_id) include (bytes);

-- An upload that is not heard of until it is due is put away by a job, which waits for as long as it is heard of. Runs as
-- the owner, like what removes audio.
create function media.watch_upload() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if tg_op = 'INSERT' then
        insert into platform.jobs (id, topic, account_id, subject_id, available_at)
            values (gen_random_uuid(), 'media.unfinished', new.account_id, new.id, new.due_at);
    elsif tg_op = 'UPDATE' then
        update platform.jobs j set available_at = new.due_at
        where j.topic = 'media.unfinished' and j.account_id = new.account_id and j.subject_id = new.id;
    else
        delete from platform.jobs j
        where j.topic = 'media.unfinished' and j.account_id = old.account_id and j.subject_id = old.id;
    end if;
    return null;
end $$;
create trigger watch_upload after insert or delete or update of due_at on media.uploads
    for each row execute function media.watch_upload();
revoke execute on function media.watch_upload from public;
