-- Consent is a history: what was said, how, when, to which words, and whether a machine may draft from it. Each entry stays
-- as it was recorded. The appointment's row keeps a copy of the last one, for everybody who asks whether it covers
-- something, and for the lock that an answer is held by.
create table appointments.consents (
    account_id     uuid        not null default platform.current_account(),
    id             uuid        not null,
    appointment_id uuid        not null,
    given          boolean     not null,
    method         text check (method in ('verbal', 'written', 'electronic')),
    ai             boolean,
    at             timestamptz not null,
    text           text,
    text_version   text,
    text_sha256    text check (text_sha256 ~ '^[0-9a-f]{64}$'),
    recorded_with  text        not null
        check (recorded_with in ('booking', 'appointment', 'consent', 'move', 'migration')),
    recorded_at    timestamptz not null,
    primary key (account_id, id),
    foreign key (account_id, appointment_id) references appointments.appointments (account_id, id) on delete cascade,
    check ((text is null) = (text_sha256 is null)),
    check (text_version is null or text is not null)
);

-- What the column said becomes the first entry. Forced row-level security holds the owner too, who migrates.
alter table appointments.appointments no force row level security;
insert into appointments.consents
    (account_id, id, appointment_id, given, method, at, recorded_with, recorded_at)
select account_id, gen_random_uuid(), id, consent_given, consent_method, consent_at, 'migration', updated_at
from appointments.appointments where consent_at is not null;
alter table appointments.appointments force row level security;

call platform.isolate('appointments.consents');
create index consents_in_order on appointments.consents (account_id, appointment_id, recorded_at, id);
alter table appointments.appointments add column consent_ai boolean;

create function appointments.keep_consent() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' and (
        not exists (select from appointments.appointments a
            where a.account_id = old.account_id and a.id = old.appointment_id)
        or exists (select from identity.users u where u.id = old.account_id and u.deleted_at is not null)) then
        return old;
    end if;
    raise exception '% on %.% is refused', tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger consent_is_fixed before update or delete on appointments.consents
    for each row execute function appointments.keep_consent();

-- Whoever takes in audio hears at once when it may go on no longer.
create trigger told_changes after update on appointments.appointments
    for each row when (old.consent_given is distinct from new.consent_given or old.status <> new.status)
    execute function platform.tell_change();
create trigger told_end after delete on appointments.appointments
    for each row execute function platform.tell_change();
