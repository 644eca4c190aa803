create table shelves.shelves (
    account_id uuid not null default platform.current_account(),
    id         uuid not null,
    name       text not null,
    beside     text,
    primary key (account_id, id)
);
call platform.isolate('shelves.shelves');
