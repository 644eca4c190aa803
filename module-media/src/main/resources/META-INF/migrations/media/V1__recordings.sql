-- What is known of each recording. The audio itself lies in the blob store under (account_id, id).
create table media.recordings (
    account_id       uuid             not null default platform.current_account(),
    id               uuid             not null,
    appointment_id   uuid             not null,
    content_type     text             not null,
    bytes            bigint           not null check (bytes > 0),
    sha256           text             not null check (sha256 ~ '^[0-9a-f]{64}$'),
    duration_seconds double precision check (duration_seconds >= 0),
    created_at       timestamptz      not null,
    delete_after     timestamptz,
    primary key (account_id, id),
    foreign key (account_id, appointment_id) references appointments.appointments (account_id, id) on delete cascade
);
call platform.isolate('media.recordings');
create index recordings_of_appointment on media.recordings (account_id, appointment_id, created_at, id);
create index recordings_due on media.recordings (delete_after) where delete_after is not null;

-- However a row goes, its audio follows: the job is left in the transaction that removes the row. Runs as the owner,
-- because a cascade and the retention role get here as well.
create function media.leave_discard() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into platform.jobs (id, topic, account_id, subject_id)
        values (gen_random_uuid(), 'media.discard', old.account_id, old.id);
    return null;
end $$;
create trigger discard_audio after delete on media.recordings
    for each row execute function media.leave_discard();

-- A deleted account loses the key of its audio, which ends every copy.
create function media.leave_erase() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into platform.jobs (id, topic, account_id, subject_id)
        values (gen_random_uuid(), 'media.erase', new.id, new.id);
    return null;
end $$;
create trigger erase_audio after update of deleted_at on identity.users
    for each row when (old.deleted_at is null and new.deleted_at is not null)
    execute function media.leave_erase();

revoke execute on function media.leave_discard, media.leave_erase from public;
