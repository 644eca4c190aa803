-- Access outside the application, in an emergency (45 CFR §164.312(a)(2)(ii)), and what came of looking at it again.
-- Both registers only grow: nothing changes or removes a record, at whatever age (§164.316(b)(2)(i) wants six years).

-- The operators' own chain: about the installation, not about one account. No token can have this subject.
insert into audit.heads values ('00000000-0000-0000-0000-000000000000', 0, decode(repeat('00', 32), 'hex'))
    on conflict do nothing;
alter table identity.users
    add constraint nobody_is_the_operators check (id <> '00000000-0000-0000-0000-000000000000');

create table audit.emergency_access (
    id          uuid        primary key,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    accessed_by text        not null check (accessed_by ~ '\S' and length(accessed_by) <= 200),
    reason      text        not null check (reason ~ '\S' and length(reason) <= 1000),
    data        text        not null check (data ~ '\S' and length(data) <= 1000),
    actions     text        not null check (actions ~ '\S' and length(actions) <= 1000),
    started_at  timestamptz not null,
    ended_at    timestamptz not null check (ended_at >= started_at),
    accounts    uuid[]      not null
);

create table audit.emergency_access_reviews (
    id          uuid        primary key,
    access_id   uuid        not null references audit.emergency_access,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    reviewed_by text        not null check (reviewed_by ~ '\S' and length(reviewed_by) <= 200),
    finding     text        not null check (finding ~ '\S' and length(finding) <= 1000)
);
create index reviews_of_access on audit.emergency_access_reviews (access_id);

create function audit.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '% keeps what it has', tg_relid::regclass using errcode = 'restrict_violation';
end $$;

do $$
declare
    register text;
begin
    foreach register in array array['audit.emergency_access', 'audit.emergency_access_reviews'] loop
        execute format('alter table %s enable row level security', register);
        execute format('alter table %s force row level security', register);
        -- For the functions below, which run as the owner.
        execute format('create policy core on %s to %I using (true) with check (true)', register, current_user);
        execute format('create trigger kept before update or delete or truncate on %s'
            || ' for each statement execute function audit.refuse_change()', register);
    end loop;
end $$;

-- A record as its entry in the operators' chain tells it, by which the chain proves the register.
create function audit.told(access audit.emergency_access) returns text
    language sql stable parallel safe
    return jsonb_build_object('id', access.id, 'recordedAt', audit.utc(access.recorded_at),
        'recordedBy', access.recorded_by, 'who', access.accessed_by, 'reason', access.reason, 'data', access.data,
        'actions', access.actions, 'from', audit.utc(access.started_at), 'to', audit.utc(access.ended_at),
        'accounts', to_jsonb(access.accounts))::text;

create function audit.told(review audit.emergency_access_reviews) returns text
    language sql stable parallel safe
    return jsonb_build_object('id', review.id, 'access', review.access_id,
        'recordedAt', audit.utc(review.recorded_at), 'recordedBy', review.recorded_by, 'by', review.reviewed_by,
        'finding', review.finding)::text;

-- One entry for each of these accounts, all or none. The first one's is the operators' own chain.
create function audit.tell_of_emergency(request uuid, accounts uuid[], actions text[], types text[], ids text[],
    details text[]) returns void
    language sql
begin atomic
    select audit.extend(accounts, array_fill(session_user::text, array[cardinality(accounts)]),
        array_fill(''::text, array[cardinality(accounts)]), actions, types, ids,
        array_fill('success'::text, array[cardinality(accounts)]),
        array_fill(request, array[cardinality(accounts)]), details, true);
end;
revoke execute on function audit.tell_of_emergency from public;

-- Records an access, with its entries. The answer is the accounts that do not exist; when there is one, nothing was
-- recorded.
create function audit.record_emergency_access(
    id uuid, accessed_by text, reason text, data text, actions text, started_at timestamptz, ended_at timestamptz,
    accounts uuid[]) returns uuid[]
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    access  audit.emergency_access%rowtype;
    touched uuid[] := array(select distinct a from unnest(accounts) a order by a);
    others  int := cardinality(touched);
    unknown uuid[] := array(
        select a from unnest(touched) a where not exists (select from identity.users u where u.id = a));
begin
    if cardinality(unknown) > 0 then
        return unknown;
    end if;
    -- Clocks differ a little.
    if ended_at > clock_timestamp() + interval '1 minute' then
        raise exception 'an access that has not ended yet' using errcode = 'datetime_field_overflow';
    end if;
    access := row (id, clock_timestamp(), session_user, accessed_by, reason, data, actions, started_at, ended_at,
        touched);
    insert into audit.emergency_access select access.*;
    perform audit.tell_of_emergency(id,
        array['00000000-0000-0000-0000-000000000000'::uuid] || touched,
        array['create'] || array_fill('read'::text, array[others]),
        array['EmergencyAccess'] || array_fill('Account'::text, array[others]),
        array['{' || id || '}'] || array(select '{' || a || '}' from unnest(touched) with ordinality t (a, i) order by i),
        array[audit.told(access)]
            || array_fill(jsonb_build_object('emergencyAccess', id, 'reason', reason)::text, array[others]));
    return unknown;
end $$;
revoke execute on function audit.record_emergency_access from public;
grant execute on function audit.record_emergency_access to ${operator};

-- Records that somebody looked at an access again, with its entry. False when there is no such access.
create function audit.review_emergency_access(id uuid, access uuid, reviewed_by text, finding text) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    review audit.emergency_access_reviews%rowtype;
begin
    if not exists (select from audit.emergency_access e where e.id = access) then
        return false;
    end if;
    review := row (id, access, clock_timestamp(), session_user, reviewed_by, finding);
    insert into audit.emergency_access_reviews select review.*;
    perform audit.tell_of_emergency(id, array['00000000-0000-0000-0000-000000000000'::uuid], array['update'],
        array['EmergencyAccess'], array['{' || access || '}'], array[audit.told(review)]);
    return true;
end $$;
revoke execute on function audit.review_emergency_access from public;
grant execute on function audit.review_emergency_access to ${operator};

-- Until when somebody should have looked at an access again.
create function audit.review_due(recorded_at timestamptz) returns timestamptz
    language sql stable parallel safe
    return recorded_at + interval '30 days';

-- The register: a row an access and review; one row for an access without a review.
create function audit.emergency_accesses() returns table (
    id uuid, recorded_at timestamptz, recorded_by text, accessed_by text, reason text, data text, actions text,
    started_at timestamptz, ended_at timestamptz, accounts uuid[], review_due timestamptz, overdue boolean,
    reviewed_at timestamptz, reviewed_by text, finding text)
    language sql stable security definer set search_path = pg_catalog
begin atomic
    select a.id, a.recorded_at, a.recorded_by, a.accessed_by, a.reason, a.data, a.actions, a.started_at, a.ended_at,
        a.accounts, audit.review_due(a.recorded_at),
        r.id is null and audit.review_due(a.recorded_at) < clock_timestamp(),
        r.recorded_at, r.reviewed_by, r.finding
    from audit.emergency_access a left join audit.emergency_access_reviews r on r.access_id = a.id
    order by a.recorded_at, a.id, r.recorded_at, r.id;
end;
revoke execute on function audit.emergency_accesses from public;
grant execute on function audit.emergency_accesses to ${operator};

-- Where the registers and the operators' chain do not say the same. Entries older than six years may have left the
-- chain in the database.
create function audit.emergency_faults() returns table (id uuid, fault text)
    language sql stable security definer set search_path = pg_catalog
begin atomic
    with register as (
        select a.id, a.recorded_at, audit.told(a.*) as text from audit.emergency_access a
        union all
        select r.id, r.recorded_at, audit.told(r.*) from audit.emergency_access_reviews r
    ), chain as (
        select e.request_id as id, e.details as text from audit.entries e
        where e.account_id = '00000000-0000-0000-0000-000000000000' and e.resource_type = 'EmergencyAccess'
    )
    select coalesce(register.id, chain.id), case
        when chain.id is null then 'is not in the audit log'
        when register.id is null then 'is in the audit log, and gone from the register'
        else 'was changed after it was recorded' end
    from register full join chain on chain.id = register.id
    where register.text is distinct from chain.text
        and (chain.id is not null or register.recorded_at > clock_timestamp() - interval '6 years')
    order by 1;
end;
revoke execute on function audit.emergency_faults from public;
grant execute on function audit.emergency_faults to ${operator};

-- How many accesses nobody has looked at again in time. Tells nothing else, so that servers may ask.
create function audit.overdue_emergency_reviews() returns bigint
    language sql stable security definer set search_path = pg_catalog
begin atomic
    select count(*) from audit.emergency_access a
    where audit.review_due(a.recorded_at) < clock_timestamp()
        and not exists (select from audit.emergency_access_reviews r where r.access_id = a.id);
end;
revoke execute on function audit.overdue_emergency_reviews from public;
grant execute on function audit.overdue_emergency_reviews to ${app}, ${operator};
