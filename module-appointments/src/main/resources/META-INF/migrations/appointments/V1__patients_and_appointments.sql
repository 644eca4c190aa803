create table appointments.patients (
    account_id  uuid        not null default platform.current_account(),
    id          uuid        not null,
    name        text        not null,
    birth_date  date,
    sex         text check (sex in ('female', 'male', 'other', 'unknown')),
    email       text,
    phone       text,
    external_id text,
    notes       text,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint      not null default 1,
    primary key (account_id, id)
);
call platform.isolate('appointments.patients');
create index patients_by_creation on appointments.patients (account_id, created_at, id);
create index patients_by_external_id on appointments.patients (account_id, external_id);
create index patients_by_birth_date on appointments.patients (account_id, birth_date);

-- What a name can be found by: the folded name from each of its words to its end. A prefix is then a range of bytes.
-- LIKE would not do: its operator may leak what it sees, so row-level security keeps it from using any index.
create table appointments.patient_words (
    account_id uuid             not null default platform.current_account(),
    ending     text collate "C" not null,
    patient_id uuid             not null,
    primary key (account_id, ending, patient_id),
    foreign key (account_id, patient_id) references appointments.patients (account_id, id) on delete cascade
);
call platform.isolate('appointments.patient_words');
create index patient_words_by_patient on appointments.patient_words (account_id, patient_id);

create table appointments.appointments (
    account_id     uuid        not null default platform.current_account(),
    id             uuid        not null,
    patient_id     uuid        not null,
    starts_at      timestamptz not null,
    ends_at        timestamptz check (ends_at > starts_at),
    status         text        not null check (status in ('scheduled', 'in_progress', 'completed', 'cancelled')),
    title          text,
    consent_given  boolean,
    consent_at     timestamptz,
    consent_method text check (consent_method in ('verbal', 'written', 'electronic')),
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    version        bigint      not null default 1,
    primary key (account_id, id),
    foreign key (account_id, patient_id) references appointments.patients (account_id, id),
    check ((consent_given is null) = (consent_at is null)),
    check (consent_method is not null or consent_given is not true)
);
call platform.isolate('appointments.appointments');
create index appointments_by_start on appointments.appointments (account_id, starts_at, id);
create index appointments_by_patient on appointments.appointments (account_id, patient_id, starts_at, id);
