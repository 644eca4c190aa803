-- Every way in which a role could do more than its work: attributes, memberships, ownership, the right to make things.
with held as (
    select r.* from pg_roles r where r.rolname = current_user or r.rolname = any (:roles)
), mighty as (
    select g.oid, g.rolname from pg_roles g
    where g.rolsuper or g.rolbypassrls or g.rolcreaterole or g.rolname = current_user or g.rolname = any (:roles)
        or g.rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_maintain',
            'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
), excess as (
    select rolname, 'a superuser' as what from held where rolsuper
    union all select rolname, 'able to bypass row-level security' from held where rolbypassrls
    union all select rolname, 'able to make roles' from held where rolcreaterole
    union all select rolname, 'able to make databases' from held where rolcreatedb
    union all select rolname, 'able to replicate' from held where rolreplication
    union all select h.rolname, 'a member of ' || m.rolname from held h, mighty m
        where not h.rolsuper and h.oid <> m.oid and pg_has_role(h.oid, m.oid, 'member')
    union all select distinct h.rolname, 'an owner of tables' from held h, pg_class c
        where not h.rolsuper and c.relnamespace::regnamespace::text = any (:schemas)
            and pg_has_role(h.oid, c.relowner, 'member')
    union all select h.rolname, 'able to make things in the schema ' || n.nspname from held h, pg_namespace n
        where not h.rolsuper and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            and has_schema_privilege(h.oid, n.oid, 'create')
    union all select rolname, 'able to make schemas' from held
        where not rolsuper and has_database_privilege(oid, current_database(), 'create')
    -- What one account's call leaves there, the next one's would find in the same session.
    union all select rolname, 'able to make temporary tables' from held
        where rolname = current_user and not rolsuper and has_database_privilege(oid, current_database(), 'temporary')
)
select 'the database role ''' || rolname || ''' must not be ' || what || '; take that from it' as fault
from excess order by fault
