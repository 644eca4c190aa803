-- Whose turn it is to take a checkpoint: who holds this row. Nobody but the owner's functions may touch it, while any login
-- may hold an advisory lock for ever.
create table audit.checkpoint_turns (
    one boolean primary key default true check (one)
);
insert into audit.checkpoint_turns default values;

-- Begins a checkpoint: its number and the digest that it follows; nothing while another server is at one. One that is
-- not with the witness yet comes first.
create or replace function audit.begin_checkpoint(key bytea) returns table (number bigint, previous text)
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform platform.seal_secret(key);
    perform from audit.checkpoint_turns for update skip locked;
    -- A statement after the one that locks sees what the server before has committed.
    if not found or exists (select from audit.checkpoints c where c.witnessed_at is null) then
        return;
    end if;
    return query
        select coalesce(max(c.number), 0) + 1,
            coalesce(encode((array_agg(c.digest order by c.number desc))[1], 'hex'), repeat('00', 32))
        from audit.checkpoints c;
end $$;
