-- Names are folded by the server: what a database folds depends on its version and collation. Each row knows the rules
-- that it was folded by, and a job an account brings the older rows up to those of today. Until then they are found by
-- what they were found by before, and stand in lists where their lower case stands.
alter table appointments.patients
    add column folding            int              not null default 0,
    add column name_order         text collate "C" not null default '',
    add column name_likeness      text collate "C" not null default '',
    add column external_id_shared boolean          not null default false;

-- Forced row-level security holds the owner as well, and this is about every account.
alter table appointments.patients no force row level security;

update appointments.patients
set name_order = left(lower(name), 100),
    external_id = nullif(
        regexp_replace(external_id, '^[\s\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]+|[\s\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]+$', '', 'g'), '');

-- A number may be given to one patient. Where it was given to several before, the first one has it and the others share
-- it: nobody's number is taken away, and none of them is in the way of the index until it is changed.
update appointments.patients p
set external_id_shared = true
where exists (
    select from appointments.patients other
    where other.account_id = p.account_id and other.external_id = p.external_id
        and (other.created_at, other.id) < (p.created_at, p.id));

insert into platform.jobs (id, topic, account_id, subject_id)
select gen_random_uuid(), 'appointments.refold', p.account_id, p.account_id
from appointments.patients p
group by p.account_id;

create unique index patients_one_external_id on appointments.patients (account_id, external_id)
    where not external_id_shared;
create index patients_by_folding on appointments.patients (account_id, folding);
create index patients_by_name on appointments.patients (account_id, name_order, id);
create index patients_alike on appointments.patients (account_id, birth_date, name_likeness);
drop index appointments.patients_by_birth_date;

-- What seals the names in the cursors of a list by name: a cursor travels in a URL, and a name must not.
create table appointments.list_keys (
    account_id uuid  not null default platform.current_account() primary key,
    key        bytea not null default decode(
        replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
);
call platform.isolate('appointments.list_keys');
alter table appointments.list_keys no force row level security;
insert into appointments.list_keys (account_id) select distinct account_id from appointments.patients;
alter table appointments.patients force row level security;
alter table appointments.list_keys force row level security;
