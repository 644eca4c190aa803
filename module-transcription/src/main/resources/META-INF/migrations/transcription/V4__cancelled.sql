-- What somebody stopped has not failed. Why it was stopped is told like a failure: by a code and a sentence.
alter table transcription.transcripts
    drop constraint transcripts_status_check,
    drop constraint transcripts_check1;

-- Forced row-level security holds the owner too, who migrates.
alter table transcription.transcripts no force row level security;
update transcription.transcripts set status = 'cancelled', version = version + 1
where status = 'failed' and failure_code = 'cancelled';
alter table transcription.transcripts force row level security;

alter table transcription.transcripts
    add constraint transcripts_status_check
        check (status in ('queued', 'processing', 'completed', 'failed', 'cancelled')),
    add constraint transcripts_failure_check check ((status in ('failed', 'cancelled'))
        = (failure_code is not null and failure_detail is not null and failure_retryable is not null));

create index transcripts_of_appointment on transcription.transcripts (account_id, appointment_id, created_at, id);
