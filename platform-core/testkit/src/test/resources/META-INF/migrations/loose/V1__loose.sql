create table loose.things (account_id uuid not null, id uuid primary key, label text, exclude (label with =));
