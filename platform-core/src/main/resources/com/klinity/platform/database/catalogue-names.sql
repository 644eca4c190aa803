-- The tables of features; the kernel's own, in the schema of one of them, are the kernel's to declare.
select n.nspname || '.' || c.relname as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and n.nspname = any (:schemas) and c.relname <> 'schema_history'
    and n.nspname || '.' || c.relname <> all (:kernel)
order by fault
