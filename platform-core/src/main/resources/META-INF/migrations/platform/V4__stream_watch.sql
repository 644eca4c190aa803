-- An answer that is still being sent when its account is suspended, deleted or signed out must be cut. One question
-- for all open answers of a server, so that watching them costs one round trip.

-- The function below runs as the owner, whom forced row-level security holds like everybody else.
create policy stream_watch on identity.users for select to current_user using (id = platform.current_account());

-- The places, from 1, of those accounts that may no longer act on a token issued at the time of the same place. An
-- account that nobody knows may not either. Leaves the account of the transaction as it was.
create function platform.revoked_among(accounts uuid[], issued timestamptz[]) returns setof integer
    language plpgsql security definer
    set search_path = pg_catalog as $$
declare
    own text := current_setting('klinity.account_id', true);
begin
    for place in 1 .. cardinality(accounts) loop
        perform set_config('klinity.account_id', accounts[place]::text, true);
        if not exists (
            select from identity.users
            where id = accounts[place] and deleted_at is null and banned_at is null
                and (signed_out_at is null or signed_out_at < issued[place])) then
            return next place;
        end if;
    end loop;
    perform set_config('klinity.account_id', coalesce(own, ''), true);
end $$;
revoke execute on function platform.revoked_among from public;
grant execute on function platform.revoked_among to ${app};
