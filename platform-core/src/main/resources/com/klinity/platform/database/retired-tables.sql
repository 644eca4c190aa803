-- Tables of accounts that no loaded feature answers for: those that somebody wrote down, and those of a schema that has a
-- history of its own. What lies in the schemas of the core belongs to the core. Whether rows are there cannot be seen from outside their
-- accounts, but whether the table has any pages can.
select t.name, coalesce(f.feature, t.schema) as feature, coalesce(f.kind, 'Data of a feature that was taken out') as kind,
    coalesce(f.phi, true) as phi, coalesce(f.retention, 'Until the account is deleted.') as retention,
    coalesce(f.kept, '') as kept, pg_relation_size(t.oid) > 0 as filled,
    (select coalesce(string_agg(distinct rn.nspname || '.' || r.relname, ' '), '')
        from pg_constraint k join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where k.conrelid = t.oid and k.contype = 'f') as refers
from (
    select c.oid, n.nspname as schema, n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relname <> 'schema_history' and n.nspname not in ('platform', 'audit')
        and exists (select from pg_attribute a
            where a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped)
    ) t left join platform.feature_tables f on f.table_name = t.name
where t.name <> all (cast(:declared as text[])) and t.schema <> all (cast(:schemas as text[]))
    and (f.table_name is not null or t.schema <> 'identity' and exists (select from pg_class h
        join pg_namespace hn on hn.oid = h.relnamespace
        where hn.nspname = t.schema and h.relname = 'schema_history'))
order by f.place desc nulls first, t.name
