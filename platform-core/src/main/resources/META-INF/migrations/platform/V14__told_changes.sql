-- Who follows a row would ask for it again and again. Instead the database tells servers which row changed, once its
-- transaction has committed, and they look only then. What is told is where the row is, and nothing that is in it. The
-- account comes from the row, so a change is never told as another account's.
--
-- For tables with columns account_id and id: create trigger … for each row execute function platform.tell_change().
create function platform.tell_change() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    changed record;
begin
    if tg_op = 'DELETE' then
        changed := old;
    else
        changed := new;
    end if;
    perform pg_notify('klinity_changes',
        tg_table_schema || '.' || tg_table_name || ' ' || changed.account_id || ' ' || changed.id);
    return null;
end $$;
revoke execute on function platform.tell_change from public;
