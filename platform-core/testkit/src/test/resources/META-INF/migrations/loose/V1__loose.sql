create table loose.things (account_id uuid not null, id uuid primary key);
