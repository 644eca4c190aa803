-- A review may have the id of an access, since whoever records either names its id: each row of the registers is compared
-- with the chain's entry of its own kind.
create or replace function audit.emergency_faults() returns table (id uuid, fault text)
    language sql stable security definer set search_path = pg_catalog
begin atomic
    with register as (
        select a.id, 'create' as kind, a.recorded_at, audit.told(a.*) as text from audit.emergency_access a
        union all
        select r.id, 'update', r.recorded_at, audit.told(r.*) from audit.emergency_access_reviews r
    ), chain as (
        select e.request_id as id, e.action as kind, e.details as text from audit.entries e
        where e.account_id = '00000000-0000-0000-0000-000000000000' and e.resource_type = 'EmergencyAccess'
    )
    select coalesce(register.id, chain.id), case
        when chain.id is null then 'is not in the audit log'
        when register.id is null then 'is in the audit log, and gone from the register'
        else 'was changed after it was recorded' end
    from register full join chain on chain.id = register.id and chain.kind = register.kind
    where register.text is distinct from chain.text
        and (chain.id is not null or register.recorded_at > clock_timestamp() - interval '6 years')
    order by 1;
end;
