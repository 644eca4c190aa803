-- Every way in which a table of accounts would not keep them apart. The kernel's tables that hold no account's rows, or
-- whose key is the account, are checked by hand.
with account_table as (
    select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity,
        (select a.attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id'
            and a.atttypid = 'uuid'::regtype and a.attnotnull and not a.attisdropped) as account
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any (:schemas) and c.relname <> 'schema_history'
        and n.nspname || '.' || c.relname <> all (:kernel)
), policy as (
    select p.polrelid, p.polname, p.polcmd, p.polpermissive, p.polroles,
        coalesce(pg_get_expr(p.polqual, p.polrelid), :rule) = :rule
            and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), :rule) = :rule as narrow,
        p.polqual is not null as complete
    from pg_policy p
), fault as (
    select name || ' has no column account_id uuid not null' as fault from account_table where account is null
    union all
    select name || ' has no forced row-level security' from account_table
    where not (relrowsecurity and relforcerowsecurity)
    union all
    select name || ' has no policy that compares account_id with the current account' from account_table t
    where not exists (select from policy p where p.polrelid = t.oid and p.polpermissive and p.polcmd = '*'
        and p.polroles = '{0}' and p.narrow and p.complete)
    union all
    select name || ' has a policy that admits more than the current account: ' || p.polname
    from account_table t join policy p on p.polrelid = t.oid
    where p.polpermissive and not p.narrow and exists (select from unnest(p.polroles) as role
        where role = 0 or pg_has_role(role, 'member'))
    union all
    select name || ' has no primary key' from account_table t
    where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')
    union all
    select name || ': the key ' || k.conname || ' does not begin with account_id'
    from account_table t join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'f', 'x')
    where k.conkey[1] <> t.account
    union all
    select t.name || ': the key ' || k.conname || ' does not compare account_id with account_id'
    from account_table t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
        join account_table r on r.oid = k.confrelid
    where k.conkey[1] = t.account and k.confkey[1] <> r.account
    union all
    select name || ': the unique index ' || i.indexrelid::regclass || ' does not begin with account_id'
    from account_table t join pg_index i on i.indrelid = t.oid and i.indisunique
    where i.indkey[0] <> t.account and not exists (select from pg_constraint k
        where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
)
select fault from fault order by fault
