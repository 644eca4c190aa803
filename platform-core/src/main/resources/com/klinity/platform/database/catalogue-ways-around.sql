-- Every way to rows that row-level security does not guard.
with relation as (
    select c.oid, c.relkind, c.relacl, c.reloptions, c.relnamespace, n.nspname || '.' || c.relname as name,
        n.nspname = any (:schemas) as declared
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and (n.nspname = any (:schemas)
        or c.relowner = (select o.nspowner from pg_namespace o where o.nspname = 'platform'))
), fault as (
    select name || ' lies in the schema of no feature' as fault from relation r
    -- a schema with a history is that of a feature which is no longer loaded
    where not declared and not exists (select from pg_class h
        where h.relnamespace = r.relnamespace and h.relname = 'schema_history')
    union all
    select name || ' is a view with its owner''s rights; make it with (security_invoker)' from relation
    where relkind = 'v' and not exists (select from pg_options_to_table(reloptions)
        where option_name = 'security_invoker' and option_value::boolean)
    union all
    select name || ' is a copy that no row-level security guards' from relation where relkind in ('m', 'f')
    union all
    select distinct r.name || ' is granted to everybody: ' || g.privilege_type
    from relation r, lateral (
        select * from aclexplode(r.relacl)
        union all
        select e.* from pg_attribute a, aclexplode(a.attacl) e where a.attrelid = r.oid) g
    where g.grantee = 0
    union all
    select 'the database role ''' || current_user || ''' must not use ''' || act || ''' on ' || name
        || ': row-level security does not hold that'
    from relation, unnest(array['truncate', 'references', 'trigger']) as act
    where relkind in ('r', 'p') and has_table_privilege(oid, act)
    union all
    -- The log changes through functions alone.
    select 'the database role ''' || r.rolname || ''' must not ' || act || ' ' || name
    from relation, pg_roles r, unnest(array['insert', 'update', 'delete', 'truncate', 'trigger']) as act
    where name like 'audit.%' and name <> 'audit.schema_history' and not r.rolsuper
        and (r.rolname = current_user and act not in ('truncate', 'trigger') or r.rolname = any (:roles))
        and (has_table_privilege(r.oid, relation.oid, act)
            or act in ('insert', 'update') and has_any_column_privilege(r.oid, relation.oid, act))
    union all
    -- So does the row of an account.
    select 'the database role ''' || current_user || ''' must not ' || act || ' ' || name
    from relation, unnest(array['insert', 'update', 'delete']) as act
    where name = 'identity.users' and (has_table_privilege(oid, act)
        or act in ('insert', 'update') and has_any_column_privilege(oid, act))
        and not (select r.rolsuper from pg_roles r where r.rolname = current_user)
    union all
    select 'the function ' || p.oid::regprocedure || ' runs with its owner''s rights; revoke execute from public'
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname = any (:schemas) and has_function_privilege(p.oid, 'execute')
        and n.nspname || '.' || p.proname <> all (:functions)
)
select fault from fault order by fault
