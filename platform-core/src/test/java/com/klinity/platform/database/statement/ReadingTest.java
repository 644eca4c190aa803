package com.klinity.platform.database.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What features' statements are taken to mean. */
@Tag("AC-1")
class ReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "select from a.b",
                "select *, t.*, t.c[1], a.t.c from a.t as t where not t.x is distinct from :y",
                "select distinct on (a) a, b label, c as order from a.t order by a desc nulls last, b limit 3 offset"
                        + " :n",
                "select count(*) filter (where a > 1), sum(b) over (partition by c order by d rows between 1 preceding"
                        + " and current row), lag(a) over w from a.t window w as (order by a)",
                "select 'it''s; -- /* \" $$' || :x::text, interval '1 day', date '2020-01-01', -1.5e-3, 1 - -1",
                "select cast(:a as text[]), array[1, 2]::bigint[], array[[1], [2]], array(select a from a.t), row(1,"
                        + " 2)",
                "select case when a then 1 else 2 end, case b when 1 then 'x' end from a.t",
                "select a from a.t where (a, b) > (:a, :b) and a in (1, 2) and b not in (select b from a.u)"
                        + " and c between 1 and 2 and d like 'x%' escape '!' and e = any (:ids) and f @> g",
                "select extract(epoch from at at time zone 'UTC'), position('a' in b), trim(both ' ' from b),"
                        + " substring(b from 1 for 2), left(b, 1), jsonb_exists(c, :k), d ->> 'k' from a.t",
                "select g from generate_series(1, :n) with ordinality as t (g, n), lateral (select g) x",
                "select a from a.t cross join lateral jsonb_to_recordset(t.j) as r (a text, b double precision)"
                        + " left outer join (a.u join a.v using (id)) on true",
                "with recursive r (n) as (select 1 union all select n + 1 from r where n < 5), s as materialized"
                        + " (select n from r) select n from s union (select 2) except select 3 order by 1",
                "values (1, 'a'), (:b, default)",
                "select make_interval(secs => :lease), string_agg(a, ',' order by b), now(), current_date from a.t",
                "select percentile_cont(0.5) within group (order by a) from a.t group by rollup (b), c having b > 1",
                "insert into a.t as x (a, b) select a, b from a.u on conflict (a) where b do update"
                        + " set (a, b) = (1, excluded.b) where x.a > 1 returning a, x.b as c",
                "insert into a.t default values",
                "insert into a.t (a) values (:a) on conflict do nothing",
                "update only a.t x set a = :a, b = default from a.u where x.id = u.id returning x.*",
                "delete from a.t using a.u u where t.id = u.id and exists (select from a.v)",
                "with gone as (delete from a.t returning id) select id from gone",
                "select a from a.t where id = :id for no key update of t skip locked",
                "select a from a.t fetch first 3 rows only",
                "select t.lower, t.value, x.key, a.t.setting, excluded.b from a.t as t, jsonb_each(t.a) as x",
                "select s.low, w.n from unnest(cast(:lows as text[]), cast(:n as int[])) as s (low, n) join"
                        + " generate_series(1, 3) w (n) on w.n = s.n",
                "select x.x, x.*, lower(x), x.lower from unnest(array['A']) as x",
                "select unnest.unnest from unnest(array[1]) order by unnest",
                "select r.a, r.ordinality from jsonb_to_recordset(:j) with ordinality as r (a, b)",
                "insert into a.t (id) select x.id from unnest(:ids) as x (id) on conflict (id) do update"
                        + " set b = excluded.b"
            })
    void features_may_write(String text) {
        assertInstanceOf(
                Reading.Understood.class,
                Reading.of(text),
                () -> Reading.of(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // what changes a session, or a transaction
                "set role klinity_owner",
                "reset all",
                "begin",
                "commit",
                "savepoint x",
                "discard all",
                "declare c cursor with hold for select 1",
                "prepare x as select 1",
                "execute x",
                "listen x",
                "notify x",
                "lock table a.t",
                "copy a.t to stdout",
                "do 'begin end'",
                "call a.p()",
                "table a.t",
                "vacuum",
                "create temporary table x as select 1",
                "select 1 into temporary x",
                "explain select 1",
                "merge into a.t using a.u on true when matched then delete",
                "truncate a.t",
                "select 1; select 2",
                // tables that search paths find
                "update pg_settings set setting = 'x'",
                "select * from pg_class",
                "select * from pg_catalog.pg_class",
                "select * from t",
                "table t",
                "delete from t",
                "insert into t values (1)",
                "update t set a = 1",
                "select * from a.t, lateral t",
                "select * from a.t join t on true",
                "select (select a from t)",
                "select 1 where exists (select from t)",
                "select array(select a from t)",
                "select * from only t",
                "select 1 in (select a from t)",
                "select 1 = any (select a from t)",
                "values ((select a from t))",
                "update a.t set a = (select a from t)",
                "delete from a.t using t",
                "update a.t set a = 1 from t",
                "insert into a.t select * from t",
                "insert into a.t values (1) on conflict do update set a = (table t)",
                "select * from a.b.c",
                "select * from (select * from t) x",
                "select * from (a.u join t on true)",
                "select 1 order by (select a from t)",
                "select 1 limit (select a from t)",
                "select sum(1) over (order by (select a from t))",
                "select 1 returning (select a from t)",
                // names of the statement's own, where PostgreSQL does not know them
                "with t as (select * from t) select 1",
                "select * from t where exists (with t as (select 1) select 1)",
                "select * from (with t as (select 1 as a) select a from t) x, t",
                "with t as (select 1) delete from t",
                "with t as (select 1) update t set a = 1",
                "with t as (select 1) insert into t values (1)",
                "with a as (select * from b), b as (select 1) select * from a",
                "with x as (with t as (select 1) select 1) select * from t",
                // columns that tell of more than rows
                "select ctid from a.t",
                "select xmin from a.t",
                "select t.tableoid from a.t as t",
                "select t.oid from a.t",
                // functions
                "select pg_sleep(1)",
                "select pg_catalog.pg_sleep(1)",
                "select PG_SLEEP (1)",
                "select lo_creat(1)",
                "select lo_from_bytea(0, 'x')",
                "select set_config('a', 'b', false)",
                "select * from pg_ls_dir('.')",
                "select current_setting('x')",
                "select query_to_xml('select 1', true, true, '')",
                "select nextval('x')",
                "select a.f(1)",
                "select platform.enter(1)",
                "select txid_current()",
                "select * from lo_creat(1) as t",
                "select count(*) filter (where lo_creat(1) = 1)",
                "select has_table_privilege('x', 'select')",
                "select dblink('x', 'y')",
                "select ts_stat('select 1')",
                "select setseed(0.5)",
                "select currval('x')",
                "select * from rows from (lo_creat(1))",
                "select (lo_creat)(1)",
                "select x.y.lo_creat(1)",
                // the same, written as a column of a value
                "select (cast('application_name' as text)).current_setting",
                "select ('application_name'::text).current_setting",
                "select (:name).current_setting",
                "select :name.current_setting",
                "select (cast(0.5 as float8)).setseed",
                "select ('identity.users'::text).regclass",
                "select (1).lo_creat",
                "select (array['a'])[1].current_setting",
                "select t.a[1].current_setting from a.t as t",
                "select a[1].current_setting from a.t",
                "select (select 'a').current_setting",
                "select coalesce('a').current_setting",
                "select case when true then 'a' end.current_setting",
                "select (t.a).current_setting from a.t as t",
                "select (t).*, (t).a from a.t as t",
                "select x.current_setting from unnest(array['application_name']) as x",
                "select x.current_setting from unnest(array['application_name']) x",
                "select x.current_setting from unnest(array['application_name']) as x (a)",
                "select x.setseed from unnest(array[cast(0.5 as float8)]) as x",
                "select x.regclass from unnest(array['identity.users']) as x",
                "select unnest.current_setting from unnest(array['application_name'])",
                "select btrim.current_setting from trim('application_name')",
                "select 1 from coalesce('application_name') as x where x.current_setting = 'a'",
                "select 1 from a.t join unnest(array['a']) x on x.current_setting = t.a",
                "select 1 from a.t, lateral unnest(t.a) as x order by x.current_setting",
                "select (select x.current_setting) from unnest(array['a']) as x",
                "update a.t set a = x.current_setting from unnest(array['a']) as x",
                "delete from a.t using unnest(array['a']) as x where x.current_setting = t.a",
                "with y as (select x.current_setting from unnest(array['a']) as x) select * from y",
                "select x.a from unnest(array['a']) as x (a), (select 1 from unnest(array['a']) as x) y",
                "select t.record_out from a.t as t",
                "select a.t.record_send from a.t",
                "select a.b.c.d from a.t",
                // types that look things up, and other ways to name them
                "select 'pg_class'::regclass",
                "select cast('f' as regproc)",
                "select regclass 'pg_class'",
                "select 'x'::pg_catalog.text",
                "select regclass('pg_class')",
                "select 'x'::name",
                "select text 'x'",
                "select 1::a.t",
                "select null::record",
                // values without parentheses
                "select current_user",
                "select session_user",
                "select user",
                "select current_role",
                "select current_schema",
                "select current_catalog",
                "select system_user",
                // spellings
                "select \"a\" from a.t",
                "select 1 -- x",
                "select /* x */ 1",
                "select 1 /",
                "select $$x$$",
                "select $1",
                "select E'x'",
                "select e'\\''",
                "select U&'x'",
                "select u&\"x\"",
                "select B'1'",
                "select x'1'",
                "select n'x'",
                "select 'a\\'",
                "select 'a",
                "select '\u0000'",
                "select \u00fc from a.t",
                "select\u00a01",
                "select 1\u000b",
                "select 1a",
                "select 1.2.3",
                "select {fn user()}",
                "select a operator(pg_catalog.+) b",
                "select 'a' collate \"C\"",
                "select a[1:2]",
                "select `a`",
                "select 'a'b",
                "select \\1",
                "",
                "select a from a.t tablesample system (1)",
                "select 1,",
                "select (1",
                "select 1)",
                "select a.",
                "select 1 as n) to stdout (format binary",
                "insert into a.t (a) select 1 on conflict do",
                "select not",
                "select a is",
                "select case",
                "with",
                "with x as select 1 select 2",
                "select * * from",
                "update a.t set a.b = 1",
                "select a from a.t where current of c",
                "values",
                "select 1 union",
            })
    void features_may_not_write(String text) {
        assertInstanceOf(Reading.Refused.class, Reading.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1 from a.t, b.u x join c.v on true where exists (select from d.w) | a.t b.u c.v d.w | ''",
                "with x as (select * from a.t) select * from x, (select * from b.u) y | a.t b.u | ''",
                "insert into a.t select * from b.u on conflict (x) do update set y = (select 1 from c.v) | b.u c.v |"
                        + " a.t",
                "with x as (update a.t set y = 1 returning y), z as (delete from b.u) select y from x | '' | a.t b.u",
                "update A.T set x = (select max(y) from A.B) from c.d | a.b c.d | a.t",
                "delete from a.t using (select 1 from b.u) x returning (select count(*) from c.v) | b.u c.v | a.t"
            })
    void tables_are_told(String text, String reads, String writes) {
        Reading.Understood understood = assertInstanceOf(Reading.Understood.class, Reading.of(text));
        assertEquals(set(reads), names(understood.reads()));
        assertEquals(set(writes), names(understood.writes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into a.t default values",
                "with x as (delete from a.t) select 1",
                "select (select 1 from a.t for update)",
                "select 1 from a.t for share",
                "select identity.sign_out(:now)",
                "select 1 where exists (select identity.hold_account())",
                "with x as (select 1 from a.t for key share) select 1"
            })
    void whatever_writes_or_locks_is_no_plain_query(String text) {
        assertFalse(assertInstanceOf(Reading.Understood.class, Reading.of(text)).isPlainQuery());
    }

    @Test
    void a_query_of_columns_with_suspicious_names_is_plain() {
        assertTrue(assertInstanceOf(
                        Reading.Understood.class,
                        Reading.of("select share, t.update, 'for update' as delete from a.t where x = :nextval"))
                .isPlainQuery());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "array[", "case when ", "(select ", "a in (", "coalesce("})
    void nesting_ends_before_the_stack_does(String opening) {
        assertInstanceOf(Reading.Refused.class, Reading.of("select " + opening.repeat(2_500)));
        assertInstanceOf(Reading.Refused.class, Reading.of("select * from " + "(".repeat(10_000)));
    }

    @Test
    void a_long_chain_is_read_without_the_stack() {
        assertInstanceOf(Reading.Understood.class, Reading.of("select 1" + " + 1".repeat(4_000)));
    }

    @Test
    void a_text_beyond_all_measure_is_not_read() {
        assertInstanceOf(Reading.Refused.class, Reading.of("select 1" + " ".repeat(20_000)));
    }

    @Test
    void why_it_was_refused_repeats_nothing_that_is_quoted() {
        Reading.Refused refused =
                assertInstanceOf(Reading.Refused.class, Reading.of("select 'Ana Souza' 'x' from smith where"));
        assertFalse(refused.why().contains("Souza") || refused.why().contains("smith"), refused::why);
        assertTrue(refused.why().startsWith("a statement "), refused::why);
    }

    private static Set<String> set(String names) {
        return Arrays.stream(names.split(" ")).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    private static Set<String> names(Set<Relation> tables) {
        return tables.stream().map(Relation::toString).collect(Collectors.toSet());
    }
}
