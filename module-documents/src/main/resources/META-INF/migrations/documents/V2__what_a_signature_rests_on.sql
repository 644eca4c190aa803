-- Who signs: a name and a registration, as it stands on paper. What was signed keeps its own copy.
create table documents.practitioners (
    account_id uuid        not null default platform.current_account(),
    name       text        not null,
    council    text        not null,
    number     text        not null,
    region     text,
    version    bigint      not null default 1,
    updated_at timestamptz not null,
    primary key (account_id)
);
call platform.isolate('documents.practitioners');

-- about: whom and which time a draft showed when it was made; null when nobody knows.
-- warnings: what a draft's maker has to be told of it.
-- region: language and zone in which a document is printed that was signed before its header said so.
alter table documents.documents
    add column about jsonb,
    add column warnings jsonb not null default '[]',
    add column region jsonb;

-- drafter: the machine that wrote this version; null when the practitioner did. changed: keys of its changed sections.
alter table documents.versions
    add column drafter text,
    add column changed jsonb not null default '[]';

-- What was there before. Its owner sees no rows while row-level security is forced, and nothing of it may change; both
-- are set back in this transaction.
alter table documents.documents no force row level security;
alter table documents.versions no force row level security;
alter table documents.documents disable trigger signed_is_fixed;
alter table documents.versions disable trigger version_is_fixed;

update documents.versions v set drafter = d.origin ->> 'drafter'
from documents.documents d
where d.account_id = v.account_id and d.id = v.document_id and v.number = 1 and d.origin is not null;

update documents.versions v set changed = coalesce(
    (select jsonb_agg(s.section ->> 'key' order by s.place)
     from jsonb_array_elements(v.content -> 'sections') with ordinality as s (section, place)
     where not exists (
        select from documents.versions before, jsonb_array_elements(before.content -> 'sections') as b (section)
        where before.account_id = v.account_id and before.document_id = v.document_id and before.number = v.number - 1
            and b.section = s.section)),
    '[]');

do $$
begin
    if to_regclass('identity.settings') is not null then
        alter table identity.settings no force row level security;
        update documents.documents d
        set region = jsonb_build_object('locale', s.locale, 'timeZone', s.time_zone)
        from identity.settings s
        where s.account_id = d.account_id and d.signed_at is not null;
        alter table identity.settings force row level security;
    end if;
end $$;

alter table documents.versions enable trigger version_is_fixed;
alter table documents.documents enable trigger signed_is_fixed;
alter table documents.versions force row level security;
alter table documents.documents force row level security;
