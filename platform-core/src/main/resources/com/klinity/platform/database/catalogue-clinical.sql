-- Rights on patient data that a role without any business there has.
select 'the database role ''' || r.rolname || ''' must not ' || act || ' ' || n.nspname || '.' || c.relname
    || ', which holds patient data' as fault
from pg_roles r, pg_class c join pg_namespace n on n.oid = c.relnamespace,
    unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as act
where r.rolname = any (:roles) and not r.rolsuper and n.nspname || '.' || c.relname = any (:clinical)
    and (has_table_privilege(r.oid, c.oid, act)
        or act in ('select', 'insert', 'update', 'references') and has_any_column_privilege(r.oid, c.oid, act))
order by fault
