-- An answer that is still being sent when its account is suspended, deleted or signed out must be cut. One question
-- for all open answers of a server, so that watching them costs one round trip.

-- The places, from 1, of those accounts that may no longer act on a token issued at the time of the same place. An
-- account that nobody knows may not either.
create function platform.revoked_among(key bytea, accounts uuid[], issued timestamptz[]) returns setof integer
    language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    perform platform.seal_secret(key);
    return query
        select asked.place::integer
        from unnest(accounts, issued) with ordinality as asked (id, issued_at, place)
        where not exists (
            select from identity.users u
            where u.id = asked.id and u.deleted_at is null and u.banned_at is null
                and (u.signed_out_at is null or u.signed_out_at < asked.issued_at));
end $$;
revoke execute on function platform.revoked_among from public;
grant execute on function platform.revoked_among to ${app};
