-- What a practitioner has set; no row until the first change. The account's own row is the kernel's identity.users.
create table identity.settings (
    account_id           uuid    not null default platform.current_account(),
    audio_retention_days bigint  check (audio_retention_days between 1 and 7300),
    locale               text    not null,
    time_zone            text    not null,
    transcription_engine text,
    note_drafting        boolean not null,
    version              bigint  not null default 1,
    primary key (account_id),
    foreign key (account_id) references identity.users (id)
);
call platform.isolate('identity.settings');
