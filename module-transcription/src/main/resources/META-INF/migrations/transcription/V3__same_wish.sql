-- The same wish for a recording that is asked for again while it waits or is granted is the one that waits. The digest
-- stands for the engine's name and everything that was said beforehand; rows from before have none.
alter table transcription.transcripts add column wish text;
create unique index transcripts_same_wish on transcription.transcripts (account_id, recording_id, wish)
    where status in ('queued', 'processing');
