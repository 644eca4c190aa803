-- Tables that are as they should be.
create table things.parents (
    account_id uuid not null default platform.current_account(),
    id         uuid not null,
    primary key (account_id, id)
);
call platform.isolate('things.parents');
create table things.things (
    account_id uuid not null default platform.current_account(),
    id         uuid not null,
    parent_id  uuid,
    text       text,
    primary key (account_id, id),
    foreign key (account_id, parent_id) references things.parents (account_id, id)
);
call platform.isolate('things.things');
