-- Whoever follows a transcript hears of its changes and its end, also when it goes with its recording.
create trigger told_changes after update of status, progress or delete on transcription.transcripts
    for each row execute function platform.tell_change();
