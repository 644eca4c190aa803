-- Of a request that carried an Idempotency-Key only that it was done is remembered: its status, where what it made is,
-- the ids it touched, and a keyed digest, which nobody who reads the table can check a guess against. What it answered
-- is read again, so that nothing comes back once it is deleted. The answers of before go, and so do their digests, which
-- were not keyed: until they are forgotten, such keys are not compared with what is sent.
create policy core on platform.idempotency to current_user using (true) with check (true);
alter table platform.idempotency add column location text, add column silent boolean not null default false,
    alter column fingerprint drop not null;
delete from platform.idempotency where created_at <= now() - interval '24 hours';
update platform.idempotency set location = headers ->> 'Location', fingerprint = null,
    silent = status is not null and length(coalesce(body, '')) = 0;
alter table platform.idempotency drop column headers, drop column body;

-- They are forgotten by age, whoever's they are.
create index idempotency_age on platform.idempotency (created_at);
create function platform.forget_requests(before timestamptz, most int) returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    forgotten bigint;
begin
    if platform.is_core() is distinct from true then
        raise exception 'only the core may do this' using errcode = 'insufficient_privilege';
    end if;
    delete from platform.idempotency i using (
        select o.account_id, o.key from platform.idempotency o where o.created_at <= before
        order by o.created_at limit most for update skip locked) old
    where i.account_id = old.account_id and i.key = old.key;
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;
revoke execute on function platform.forget_requests from public;
grant execute on function platform.forget_requests to ${app};
