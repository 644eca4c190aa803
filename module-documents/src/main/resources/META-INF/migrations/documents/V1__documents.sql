-- Documents, every version they had, and what was added after they were signed.

create table documents.documents (
    account_id     uuid        not null default platform.current_account(),
    id             uuid        not null,
    appointment_id uuid        not null,
    template       jsonb       not null,
    origin         jsonb,
    version        bigint      not null default 1,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    header         jsonb,
    signed_at      timestamptz,
    signed_by      uuid,
    content_hash   text,
    primary key (account_id, id),
    foreign key (account_id, appointment_id) references appointments.appointments (account_id, id) on delete cascade,
    check (num_nulls(header, signed_at, signed_by, content_hash) in (0, 4))
);
call platform.isolate('documents.documents');
create index documents_of_appointment on documents.documents (account_id, appointment_id, created_at, id);

create table documents.versions (
    account_id  uuid        not null default platform.current_account(),
    document_id uuid        not null,
    number      bigint      not null,
    content     jsonb       not null,
    created_at  timestamptz not null,
    primary key (account_id, document_id, number),
    foreign key (account_id, document_id) references documents.documents (account_id, id) on delete cascade
);
call platform.isolate('documents.versions');

create table documents.addenda (
    account_id   uuid        not null default platform.current_account(),
    id           uuid        not null,
    document_id  uuid        not null,
    text         text        not null,
    added_at     timestamptz not null,
    content_hash text        not null,
    primary key (account_id, id),
    foreign key (account_id, document_id) references documents.documents (account_id, id) on delete cascade
);
call platform.isolate('documents.addenda');
create index addenda_of_document on documents.addenda (account_id, document_id, added_at, id);

-- Own templates. Earlier versions stay readable; documents keep a copy of what they were made from.
create table documents.templates (
    account_id uuid        not null default platform.current_account(),
    id         uuid        not null,
    version    bigint      not null default 1,
    language   text        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (account_id, id)
);
call platform.isolate('documents.templates');
create index templates_in_order on documents.templates (account_id, created_at, id);

create table documents.template_versions (
    account_id  uuid        not null default platform.current_account(),
    template_id uuid        not null,
    number      bigint      not null,
    body        jsonb       not null,
    created_at  timestamptz not null,
    primary key (account_id, template_id, number),
    foreign key (account_id, template_id) references documents.templates (account_id, id) on delete cascade
);
call platform.isolate('documents.template_versions');

-- A signed document is evidence: nobody changes or removes it while the account lives, not even by a cascade.
create function documents.account_is_deleted(account uuid) returns boolean
    language sql stable
    return exists (select from identity.users u where u.id = account and u.deleted_at is not null);

create function documents.is_signed(account uuid, document uuid) returns boolean
    language sql stable
    return exists (select from documents.documents d
        where d.account_id = account and d.id = document and d.signed_at is not null);

create function documents.refuse() returns trigger
    language plpgsql as $$
begin
    raise exception '% on %.% is refused', tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;

create function documents.refuse_unless_account_deleted() returns trigger
    language plpgsql as $$
begin
    if documents.account_is_deleted(old.account_id) then
        return old;
    end if;
    raise exception '% on %.% is refused', tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;

create function documents.keep_version() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if documents.is_signed(new.account_id, new.document_id) then
            raise exception 'a signed document has no new versions' using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if documents.is_signed(old.account_id, old.document_id)
        and not documents.account_is_deleted(old.account_id) then
        raise exception 'versions of a signed document stay' using errcode = 'restrict_violation';
    end if;
    return old;
end $$;

create function documents.only_when_signed() returns trigger
    language plpgsql as $$
begin
    if documents.is_signed(new.account_id, new.document_id) then
        return new;
    end if;
    raise exception 'only a signed document takes addenda' using errcode = 'restrict_violation';
end $$;

create trigger signed_is_fixed before update on documents.documents
    for each row when (old.signed_at is not null) execute function documents.refuse();
create trigger signed_stays before delete on documents.documents
    for each row when (old.signed_at is not null) execute function documents.refuse_unless_account_deleted();
create trigger version_is_fixed before update on documents.versions
    for each row execute function documents.refuse();
create trigger version_stays before insert or delete on documents.versions
    for each row execute function documents.keep_version();
create trigger addendum_is_fixed before update on documents.addenda
    for each row execute function documents.refuse();
create trigger addendum_stays before delete on documents.addenda
    for each row execute function documents.refuse_unless_account_deleted();
create trigger addendum_follows_signature before insert on documents.addenda
    for each row execute function documents.only_when_signed();
create trigger template_version_is_fixed before update on documents.template_versions
    for each row execute function documents.refuse();
