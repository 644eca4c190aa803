-- One row a wish for a transcript. It goes with its recording.
create table transcription.transcripts (
    account_id         uuid        not null default platform.current_account(),
    id                 uuid        not null,
    recording_id       uuid        not null,
    appointment_id     uuid        not null,
    status             text        not null default 'queued'
        check (status in ('queued', 'processing', 'completed', 'failed')),
    attempts           int         not null default 0,
    progress           real        not null default 0 check (progress between 0 and 1),
    engine             text        not null,
    vendor_copy        text        not null default 'none' check (vendor_copy in ('none', 'present', 'purged')),
    -- what the practitioner said beforehand
    requested_language text,
    speakers           int         not null default 0,
    vocabulary         jsonb       not null default '[]',
    -- what the engine heard, what the practitioner made of it, and both together
    language           text,
    original           jsonb,
    corrections        jsonb       not null default '{}',
    utterances         jsonb,
    failure_code       text,
    failure_detail     text,
    failure_retryable  boolean,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    version            bigint      not null default 1,
    primary key (account_id, id),
    foreign key (account_id, recording_id) references media.recordings (account_id, id) on delete cascade,
    check ((status = 'completed') = (language is not null and original is not null and utterances is not null)),
    check ((status = 'failed')
        = (failure_code is not null and failure_detail is not null and failure_retryable is not null))
);
call platform.isolate('transcription.transcripts');
create index transcripts_of_recording on transcription.transcripts (account_id, recording_id, created_at, id);
