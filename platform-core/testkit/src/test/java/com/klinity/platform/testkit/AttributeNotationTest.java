package com.klinity.platform.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PostgreSQL takes {@code x.f} for {@code f(x)}, and for a cast to the type f. A feature tries each function and type of the
 * catalogue in that notation: it gets through none that it may not write with parentheses.
 */
@Tag("AC-1")
@Tag("AC-9")
class AttributeNotationTest {

    private static final String NAMES = """
        select proname from pg_proc
        where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^[a-z_][a-z0-9_]*$'
        union
        select typname from pg_type
        where typnamespace = 'pg_catalog'::regnamespace and typname ~ '^[a-z_][a-z0-9_]*$'
        """;

    private static final String ACCOUNT_COLUMNS =
            "select attname from pg_attribute where attrelid = 'identity.users'::regclass";

    private static final TestServer SERVER =
            TestServer.of(new NotesModule(), new StatementModule()).start();

    private static List<String> names = List.of();
    private static Set<String> harmless = Set.of();

    @BeforeAll
    static void findNames() throws SQLException {
        names = rows(NAMES);
        harmless = new TreeSet<>(letThrough(name -> "select " + name + "()"));
        harmless.addAll(letThrough(name -> "select cast(null as " + name + ")"));
        harmless.addAll(rows(ACCOUNT_COLUMNS)); // a column goes before a function
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void all_names_are_tried() {
        assertTrue(names.size() > 2_500, () -> names.size() + " names");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // of a value
                "select (cast('a' as text)).%s",
                "select ('a'::text).%s",
                "select (1).%s",
                "select (cast(0.5 as float8)).%s",
                "select (array['a'])[1].%s",
                "select x.a[1].%s from (select array['a'] as a) as x",
                "select (select 'a'::text).%s",
                "select (x).%s from (select 'a'::text as a) as x",
                // of what a function returns
                "select x.%s from unnest(array['a']) as x",
                "select x.%s from unnest(array['a']) x",
                "select x.%s from unnest(array['a']) as x (y)",
                "select x.%s from unnest(array[0.5::float8]) as x",
                "select unnest.%s from unnest(array['a'])",
                "select btrim.%s from trim('a')",
                "select x.%s from coalesce('a') as x",
                "select current_account.%s from platform.current_account()",
                "select 1 where exists (select from unnest(array['a']) as x order by x.%s)",
                "select 1 from unnest(array['a']) as x, lateral (select x.%s) as y",
                "select 1 from (select 1 as %s) as y, unnest(array['a']) as x where x.%s is null",
                "select x.%s from unnest(array['a']) as x where exists (select from unnest(array['a']) as x (%s))",
                "select x.%s from jsonb_each('{}') as x",
                "select x.%s from unnest(array['a']) with ordinality as x",
                // of a row
                "select x.%s from (select 'a'::text as a) as x",
                "select x.%s from (values ('a')) as x",
                "with x as (select 'a'::text as a) select x.%s from x",
                "select u.%s from identity.users as u",
                "select identity.users.%s from identity.users",
            })
    void it_lets_nothing_through_that_parentheses_do_not(String notation) throws SQLException {
        List<String> through = letThrough(name -> spelled(notation, name));
        through.removeAll(harmless);
        Set<String> called = new TreeSet<>();
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER)) {
            connection.setAutoCommit(true); // so that one failure does not stand for all others
            for (String name : through) {
                if (isUnderstood(connection, spelled(notation, name))) {
                    called.add(name);
                }
            }
        }
        assertEquals(Set.of(), called, notation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select x.x as answer from unnest(array['here']) as x",
                "select x.y as answer from unnest(array['here']) as x (y)",
                "select x.key as answer from jsonb_each('{\"here\": 1}') as x",
                "select x.y as answer from unnest(array['here']) with ordinality as x (y, n) where x.n = 1",
                "select r.a as answer from jsonb_to_recordset('[{\"a\": \"here\"}]') as r (a text, b int)",
                "select x.lower as answer from unnest(array['HERE']) as x",
                "select unnest.unnest as answer from unnest(array['here'])",
                "select x.setting as answer from (select 'here' as setting) as x",
            })
    void columns_are_found(String statement) {
        Answer answer = SERVER.practitioner().post("/v1/query", "text/plain", statement.getBytes(UTF_8));
        assertEquals("[\"here\"]", answer.text(), answer::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select x.of_anything as answer from (select 1 as a) as x",
                "select u.of_anything as answer from identity.users as u",
                "select (1 <#@#> 2) as answer",
            })
    void what_others_left_in_the_database_is_not_found(String statement) throws SQLException {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                Statement making = connection.createStatement()) {
            connection.setAutoCommit(true);
            making.execute("create or replace function public.of_anything(anyelement) returns text"
                    + " language sql as 'select ''called'''");
            making.execute("create or replace function public.of_two(int, int) returns text"
                    + " language sql as 'select ''called'''");
            making.execute("drop operator if exists public.<#@#> (int, int)");
            making.execute("create operator public.<#@#> (function = public.of_two, leftarg = int, rightarg = int)");
        }
        Answer answer = SERVER.practitioner().post("/v1/query", "text/plain", statement.getBytes(UTF_8));
        assertEquals(500, answer.status(), answer::toString);
    }

    private static String spelled(String notation, String name) {
        return notation.replace("%s", name);
    }

    /** Of all names those with which the server would run a statement for a feature. */
    private static List<String> letThrough(Function<String, String> spelling) {
        String lines = names.stream().map(spelling).collect(Collectors.joining("\n"));
        Answer answer = SERVER.practitioner().post("/v1/let-through", "text/plain", lines.getBytes(UTF_8));
        assertEquals(200, answer.status(), answer::toString);
        Set<String> through = StreamSupport.stream(answer.json().spliterator(), false)
                .map(line -> line.asString())
                .collect(Collectors.toSet());
        return names.stream()
                .filter(name -> through.contains(spelling.apply(name)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether PostgreSQL finds what the statement names; it is not run. */
    private static boolean isUnderstood(Connection connection, String sql) {
        try (var statement = connection.prepareStatement(sql)) {
            return statement.getMetaData() != null;
        } catch (SQLException unknown) {
            return false;
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
