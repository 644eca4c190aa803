-- Functions and a view that PostgreSQL gives to everybody, and that nobody here needs: large objects, which no row-level
-- security guards; signals to other sessions; texts that run as statements; settings that outlive their transaction.
do $$
declare
    taken regprocedure;
begin
    for taken in
        select p.oid from pg_catalog.pg_proc p
        where p.pronamespace = 'pg_catalog'::regnamespace and has_function_privilege('public', p.oid, 'execute')
            and (p.proname like 'lo\_%' or p.proname like '%\_to\_xml%' or p.proname in ('loread', 'lowrite', 'ts_stat',
                'pg_terminate_backend', 'pg_cancel_backend', 'pg_log_backend_memory_contexts'))
    loop
        execute format('revoke execute on function %s from public', taken);
    end loop;
    revoke update on pg_catalog.pg_settings from public;
end $$;
