package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that come one by one, against the same rows as a list. */
class StreamedRowsTest {

    private static final UUID ID = UUID.fromString("01a20283-5ad4-7b2e-8518-df21fcc289ab");
    private static final String AWKWARD = "it's \"q\" \\x41 $1 :name ? %s \u00fc\uD83D\uDE00\n";

    private static final String GIVEN = """
        select cast(:text as text) as text, cast(:long as bigint) as long, cast(:int as int) as int,
            cast(:small as smallint) as small, cast(:decimal as float8) as decimal, cast(:flag as boolean) as flag,
            cast(:id as uuid) as id, cast(:instant as timestamptz) as instant, cast(:date as date) as date,
            cast(:bytes as bytea) as bytes, cast(:ids as uuid[]) as ids, cast(:json as jsonb) as json,
            (cast(:texts as text[]))[2] as other,
            cast(:early as timestamptz) as early, cast(:late as timestamptz) as late
        """;

    private static final TestServer SERVER = TestServer.of(new ScopeModule(Map.of(
                    "streamed", scope -> streamed(given(scope.sql(GIVEN)), StreamedRowsTest::values),
                    "listed",
                            scope -> given(scope.sql(GIVEN))
                                    .list(StreamedRowsTest::values)
                                    .getFirst(),
                    "nothing", scope -> streamed(nothing(scope.sql(GIVEN)), StreamedRowsTest::absent),
                    "text", StreamedRowsTest::text,
                    "left", StreamedRowsTest::left,
                    "accounts", StreamedRowsTest::accounts,
                    "otherwise", StreamedRowsTest::otherwise,
                    "closing", StreamedRowsTest::closing,
                    "unlisted", StreamedRowsTest::unlisted,
                    "many", StreamedRowsTest::many)))
            .setting("klinity.database.pool-size", "2")
            .start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void each_type_and_value_is_the_same_as_in_a_list() {
        Practitioner ana = SERVER.practitioner();
        Answer streamed = ana.get("/v1/scopes/streamed");
        assertEquals(200, streamed.status(), streamed::toString);
        assertEquals(ana.get("/v1/scopes/listed").json(), streamed.json());
        assertEquals(AWKWARD, streamed.json().path(0).asString());
    }

    @Test
    void nulls_are_nulls() {
        assertEquals(
                "[\"null\",\"null\",\"null\",\"null\",\"null\",\"null\",\"[]\",\"[]\"]",
                SERVER.practitioner().get("/v1/scopes/nothing").text());
    }

    /** So it cannot be taken for SQL, nor get into the database's log with it. */
    @Test
    void a_value_is_no_part_of_the_text_that_runs() {
        assertEquals("[\"false\"]", SERVER.practitioner().get("/v1/scopes/text").text());
    }

    @Test
    @Tag("AC-1")
    void a_stream_sees_its_account_only() {
        Practitioner ana = SERVER.practitioner();
        SERVER.practitioner().get("/v1/scopes/accounts");
        assertEquals(
                "[\"" + ana.account() + "\"]", ana.get("/v1/scopes/accounts").text());
    }

    /** More often than there are connections. */
    @Test
    void a_stream_that_is_left_in_the_middle_leaves_its_connection_well() {
        Practitioner ana = SERVER.practitioner();
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    "[\"left at 3\",\"and well\"]", ana.get("/v1/scopes/left").text());
        }
    }

    @Test
    void a_stream_of_many_rows_is_whole() {
        assertEquals(
                "[\"200000\",\"20000100000\"]",
                SERVER.practitioner().get("/v1/scopes/many").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"otherwise", "closing", "unlisted"})
    void what_no_stream_can_be_is_a_fault(String read) {
        assertEquals(500, SERVER.practitioner().get("/v1/scopes/" + read).status());
    }

    private static Statement given(Statement statement) {
        return statement
                .set("text", AWKWARD)
                .set("long", Long.MIN_VALUE)
                .set("int", -7)
                .set("small", 3)
                .set("decimal", -0.125)
                .set("flag", true)
                .set("id", ID)
                .set("instant", Instant.parse("1969-12-31T23:59:59.000001Z"))
                .set("date", LocalDate.of(1931, 2, 28))
                .set("bytes", "\0\u00ff'".getBytes(StandardCharsets.ISO_8859_1))
                .set("ids", List.of(ID, new UUID(0, 1)))
                .set("json", new JsonText("[\"it's\", \"\\\"\"]"))
                .set("early", Instant.parse("-0043-03-15T00:00:00Z"))
                .set("late", Instant.parse("+12000-01-01T00:00:00Z"))
                .set("texts", List.of("{", "a,\"b' \\"));
    }

    private static Statement nothing(Statement statement) {
        Stream.of(
                        "text", "long", "int", "small", "decimal", "flag", "id", "instant", "date", "bytes", "ids",
                        "json", "early", "late")
                .forEach(name -> statement.set(name, null));
        return statement.set("texts", null);
    }

    private static List<String> values(Row row) {
        return List.of(
                row.text("text"),
                row.text("other"),
                Long.toString(row.number("long")),
                Long.toString(row.number("int")),
                Long.toString(row.number("small")),
                String.valueOf(row.decimalOrNull("decimal")),
                Boolean.toString(row.flag("flag")),
                row.uuid("id").toString(),
                row.instant("instant").toString(),
                row.instant("early").toString(),
                row.instant("late").toString(),
                String.valueOf(row.dateOrNull("date")),
                Arrays.toString(row.bytes("bytes")),
                row.uuids("ids").toString(),
                row.jsonList("json", String.class).toString());
    }

    private static List<String> absent(Row row) {
        return List.of(
                String.valueOf(row.textOrNull("text")),
                String.valueOf(row.numberOrNull("long")),
                String.valueOf(row.decimalOrNull("decimal")),
                String.valueOf(row.uuidOrNull("id")),
                String.valueOf(row.instantOrNull("instant")),
                String.valueOf(row.dateOrNull("date")),
                row.uuids("ids").toString(),
                row.jsonList("json", String.class).toString());
    }

    private static List<String> text(Scope scope) {
        return streamed(
                scope.sql("select strpos(current_query(), cast(:mark as text)) > 0 as found, :mark as mark")
                        .set("mark", "a patient's name"),
                row -> List.of(Boolean.toString(row.flag("found"))));
    }

    private static List<String> accounts(Scope scope) {
        return streamed(
                scope.sql("select id from identity.users"),
                row -> List.of(row.uuid("id").toString()));
    }

    private static List<String> left(Scope scope) {
        List<String> said = new ArrayList<>();
        try {
            scope.sql("select g as n from generate_series(1, 1000000) g").each(row -> {
                if (row.number("n") == 3) {
                    throw new IllegalArgumentException("left at 3");
                }
            });
        } catch (IllegalArgumentException e) {
            said.add(String.valueOf(e.getMessage()));
        }
        said.addAll(scope.sql("select 'and well' as text").list(row -> row.text("text")));
        return said;
    }

    private static List<String> many(Scope scope) {
        long[] sum = {0, 0};
        scope.sql("select g as n from generate_series(1, :count) g")
                .set("count", 200_000)
                .each(row -> {
                    sum[0]++;
                    sum[1] += row.number("n");
                });
        return List.of(Long.toString(sum[0]), Long.toString(sum[1]));
    }

    private static List<String> otherwise(Scope scope) {
        return streamed(scope.sql("select 1 as n"), row -> List.of(row.text("n")));
    }

    /** Ends the parenthesis that a stream puts around it. */
    private static List<String> closing(Scope scope) {
        return streamed(scope.sql("select 1 as n) to stdout (format binary"), row -> List.of());
    }

    private static List<String> unlisted(Scope scope) {
        return streamed(
                scope.sql("select array[null::uuid] as ids"),
                row -> List.of(row.uuids("ids").toString()));
    }

    private static List<String> streamed(Statement statement, Function<Row, List<String>> map) {
        List<String> all = new ArrayList<>();
        statement.each(row -> all.addAll(map.apply(row)));
        return all;
    }
}
