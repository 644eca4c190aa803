-- The row of an account changes through functions alone, each of which can do one thing to the account of its own
-- transaction: a time of sign-out only goes on, a deletion cannot be undone, and an address is not a deleted account's.

-- Keeps other changes of the account away until the transaction ends.
create function identity.hold_account() returns void
    language sql security definer set search_path = pg_catalog
begin atomic
    select from identity.users u where u.id = (select platform.current_account()) for no key update;
end;

-- Whether there was an account that is not deleted.
create function identity.remember_email(address text) returns boolean
    language sql security definer set search_path = pg_catalog
begin atomic
    with changed as (
        update identity.users u set email = address
        where u.id = (select platform.current_account()) and u.deleted_at is null
        returning u.id)
    select exists (select from changed);
end;

-- Refuses every token issued until now. The later of two clocks: tokens are dated by the issuer's, which the server's
-- stands for.
create function identity.sign_out(moment timestamptz) returns boolean
    language sql security definer set search_path = pg_catalog
begin atomic
    with changed as (
        update identity.users u set signed_out_at = greatest(u.signed_out_at, clock_timestamp(), moment)
        where u.id = (select platform.current_account())
        returning u.id)
    select exists (select from changed);
end;

-- Leaves a tombstone: when the account was deleted, or null when it was before.
create function platform.bury_account() returns timestamptz
    language sql security definer set search_path = pg_catalog
begin atomic
    update identity.users u set deleted_at = clock_timestamp(), email = null
    where u.id = (select platform.current_account()) and u.deleted_at is null
    returning u.deleted_at;
end;

revoke execute on function identity.hold_account, identity.remember_email, identity.sign_out, platform.bury_account
    from public;
grant execute on function identity.hold_account, identity.remember_email, identity.sign_out, platform.bury_account
    to ${app};
revoke insert (id), update (email, deleted_at, signed_out_at) on identity.users from ${app};
