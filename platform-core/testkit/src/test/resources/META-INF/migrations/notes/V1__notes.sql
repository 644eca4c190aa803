create table notes.notes (
    account_id uuid not null default platform.current_account(),
    id         uuid not null,
    text       text not null,
    version    bigint not null default 1,
    primary key (account_id, id)
);
call platform.isolate('notes.notes');
