package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.DatabaseRole;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every function and operator that the database's catalogue has and the app role may call, tried by a feature. */
@Tag("AC-1")
@Tag("AC-9")
class CatalogueFunctionsTest {

    private static final String CALLABLE = """
        select distinct p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('pg_catalog', 'public') and has_function_privilege('klinity_app', p.oid, 'execute')
            and p.proname ~ '^[a-z_][a-z0-9_]*$'
        order by 1
        """;

    /** By chance, by the clock, and by the text of the statement itself. */
    private static final Set<String> VOLATILE =
            Set.of("clock_timestamp", "current_query", "gen_random_uuid", "random", "random_normal");

    /** Whatever is neither a function of its arguments, nor one of the transaction's time. */
    private static final String NOT_HARMLESS = """
        select distinct p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('pg_catalog', 'public') and p.proname = any (string_to_array('NAMES', ' '))
            and (p.provolatile = 'v' or p.prosecdef or p.prorettype = 'void'::regtype
                or p.prokind <> 'a' and p.proargtypes::oid[] && array['regclass', 'regproc', 'regprocedure', 'oid',
                    'regrole', 'cstring', 'refcursor']::regtype[]::oid[])
        """;

    private static final String OPERATORS_THAT_DO_MORE = """
        select o.oprname from pg_operator o join pg_proc p on p.oid = o.oprcode where p.provolatile = 'v' or p.prosecdef
        """;

    /** {@code row.f} calls {@code f(row)}: functions of one argument that takes anything. No name begins with pg_. */
    private static final String ATTRIBUTES = """
        select distinct p.proname from pg_proc p
        where p.pronamespace = 'pg_catalog'::regnamespace and p.pronargs - p.pronargdefaults <= 1 and p.pronargs > 0
            and p.proargtypes[0] in ('anyelement'::regtype, '"any"'::regtype, 'record'::regtype, 'anynonarray'::regtype,
                'anycompatible'::regtype, 'anycompatiblenonarray'::regtype)
            and p.proname not like 'pg\\_%' and (p.provolatile = 'v' or p.prosecdef)
        """;

    private static final String OVERLOADS = """
        select p.proname || '(' || coalesce((
                select string_agg(case when p.provariadic <> 0 and a.place = p.pronargs then 'variadic ' else '' end
                    || format_type(a.type, null), ';' order by a.place)
                from unnest(p.proargtypes) with ordinality as a (type, place)), '') || ')'
        from pg_proc p
        where p.pronamespace = 'pg_catalog'::regnamespace and p.prokind = 'f'
            and p.proname = any (string_to_array('NAMES', ' '))
        """;

    /** What a call could leave: settings, locks, cursors, large objects, temporary things, what is listened to. */
    private static final String STATE = """
        select concat_ws('|',
            (select string_agg(name || '=' || setting, ',' order by name) from pg_settings),
            (select count(*) from pg_locks where locktype = 'advisory'),
            (select count(*) from pg_largeobject_metadata),
            (select count(*) from pg_class where relpersistence = 't'),
            (select string_agg(c, ',') from pg_listening_channels() c),
            (select count(*) from pg_cursors where is_holdable), pg_notification_queue_usage(),
            current_user, session_user, (select count(*) from pg_prepared_xacts))
        """;

    private static final Map<String, String> PLAUSIBLE = Map.ofEntries(
            Map.entry("text", "'x'"),
            Map.entry("boolean", "true"),
            Map.entry("bytea", "'\\x01'::bytea"),
            Map.entry("json", "'{\"a\": 1}'::json"),
            Map.entry("jsonb", "'{\"a\": 1}'::jsonb"),
            Map.entry("jsonpath", "'$.a'::jsonpath"),
            Map.entry("interval", "interval '1 day'"),
            Map.entry("tsvector", "'a'::tsvector"),
            Map.entry("tsquery", "'a'::tsquery"),
            Map.entry("regconfig", "'simple'::regconfig"),
            Map.entry("text[]", "array['a']"),
            Map.entry("integer[]", "array[1]"),
            Map.entry("anyarray", "array[1]"),
            Map.entry("anycompatiblearray", "array[1]"),
            Map.entry("anyelement", "1"),
            Map.entry("anycompatible", "1"),
            Map.entry("record", "row(1)"),
            Map.entry("\"any\"", "1"),
            Map.entry("anyrange", "int4range(1, 2)"),
            Map.entry("uuid", "gen_random_uuid()"));

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private static final TestServer SERVER =
            TestServer.of(new NotesModule(), new StatementModule()).start();

    private static List<String> callable = List.of();
    private static Set<String> allowed = Set.of();

    @BeforeAll
    static void tryEachOne() throws SQLException {
        callable = rows(CALLABLE);
        allowed = letThrough(name -> "select " + name + "()").stream()
                .map(statement -> statement.substring("select ".length(), statement.length() - "()".length()))
                .collect(Collectors.toSet());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void nearly_all_are_refused() {
        assertTrue(callable.size() > 2_000, () -> callable.size() + " functions");
        assertTrue(allowed.size() < 350, () -> allowed.size() + " are let through: " + allowed);
    }

    @Test
    void no_other_spelling_lets_one_through() {
        List<Function<String, String>> spellings = List.of(
                name -> "select pg_catalog." + name + "(1)",
                name -> "select * from pg_catalog." + name + "(1) as t",
                name -> "select public." + name + "(1)",
                name -> "select (" + name + ")(1)",
                name -> "select \"" + name + "\"(1)");
        assertAll(spellings.stream()
                .map(spelling -> () -> assertEquals(Set.of(), Set.copyOf(letThrough(spelling)), spelling.apply("f"))));
    }

    @Test
    void upper_case_lets_the_same_ones_through() {
        assertEquals(
                allowed.size(),
                letThrough(name -> "select " + name.toUpperCase(java.util.Locale.ROOT) + " ()")
                        .size());
    }

    @Test
    void those_let_through_depend_on_their_arguments_alone() throws SQLException {
        Set<String> suspicious = Set.copyOf(rows(NOT_HARMLESS.replace("NAMES", String.join(" ", allowed))));
        assertEquals(
                Set.of(),
                suspicious.stream().filter(name -> !VOLATILE.contains(name)).collect(Collectors.toSet()));
    }

    @Test
    void no_operator_and_no_column_like_call_does_more() throws SQLException {
        assertEquals(List.of(), rows(OPERATORS_THAT_DO_MORE));
        assertEquals(List.of(), rows(ATTRIBUTES));
    }

    @Test
    void those_let_through_leave_nothing_behind() throws SQLException {
        List<String> overloads = rows(OVERLOADS.replace("NAMES", String.join(" ", allowed)));
        assertTrue(overloads.size() > 300, () -> overloads.size() + " overloads");
        try (Connection session = SERVER.connectIn(UUID.randomUUID());
                Statement statement = session.createStatement()) {
            String before = only(statement, STATE);
            int ran = 0;
            for (String overload : overloads) {
                ran += runs(session, statement, call(overload));
            }
            assertEquals(before, only(statement, STATE));
            assertTrue(ran * 2 > overloads.size(), "only " + ran + " of " + overloads.size() + " ran");
        }
    }

    /** A statement a function, of which the server says what a feature might run. */
    private static List<String> letThrough(Function<String, String> spelling) {
        String lines = callable.stream().map(spelling).collect(Collectors.joining("\n"));
        Answer answer =
                SERVER.practitioner().post("/v1/let-through", "text/plain", lines.getBytes(StandardCharsets.UTF_8));
        assertEquals(200, answer.status(), answer::toString);
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(line -> line.asString())
                .toList();
    }

    private static String call(String overload) {
        int open = overload.indexOf('(');
        String types = overload.substring(open + 1, overload.length() - 1);
        String arguments = types.isEmpty()
                ? ""
                : List.of(types.split(";")).stream()
                        .map(CatalogueFunctionsTest::argument)
                        .collect(Collectors.joining(", "));
        return "select count(*) from (select " + overload.substring(0, open) + "(" + arguments + ")) as called";
    }

    private static String argument(String type) {
        String plain = type.replace("variadic ", "");
        String prefix = plain.equals(type) || plain.equals("\"any\"") ? "" : "variadic ";
        if (NUMBERS.contains(plain)) {
            return prefix + "1::" + plain;
        }
        if (plain.startsWith("timestamp") || plain.equals("date") || plain.startsWith("time ")) {
            return "now()::" + plain;
        }
        return prefix + PLAUSIBLE.getOrDefault(plain, "null");
    }

    /** 1 when it ran to its end. */
    private static int runs(Connection session, Statement statement, String sql) throws SQLException {
        var before = session.setSavepoint();
        try {
            statement.execute(sql);
            session.releaseSavepoint(before);
            return 1;
        } catch (SQLException refused) {
            session.rollback(before);
            return 0;
        }
    }

    private static String only(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
