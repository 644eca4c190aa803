package com.klinity.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Rules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller is told of a body that is not as it must be. */
class BodyFaultsTest {

    private static final JacksonJson JSON = new JacksonJson();

    enum Progress {
        SCHEDULED,
        IN_PROGRESS
    }

    record Inner(@Nullable LocalDate date, @Nullable String text) {
        Inner {
            new Rules().optionalText("/text", text, 3).enforce();
        }
    }

    record Input(
            String name,
            @Nullable Progress progress,
            @Nullable LocalDate date,
            @Nullable Instant time,
            @Nullable UUID id,
            @Nullable Boolean flag,
            @Nullable Integer count,
            @Nullable Inner inner,
            @Nullable List<Inner> list,
            @Nullable Map<String, Inner> map) {
        Input {
            new Rules().text("/name", name, 5).enforce();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "progress": "done"        | /progress | must be one of scheduled, in_progress
        "progress": 1             | /progress | must be one of scheduled, in_progress
        "progress": ""            | /progress | must be one of scheduled, in_progress
        "progress": "IN_PROGRESS" | /progress | must be one of scheduled, in_progress
        "date": "29.02.1984"      | /date     | must be a date such as 1984-02-29
        "date": "2025-02-29"      | /date     | must be a date such as 1984-02-29
        "date": "+12025-02-28"    | /date     | must be a date such as 1984-02-29
        "date": 20250228          | /date     | must be a date such as 1984-02-29
        "time": "2025-02-28"      | /time     | must be a time with its offset such as 2026-11-28T21:30:00-03:00
        "time": "+12025-02-28T00:00:00Z" | /time | must be a time with its offset such as 2026-11-28T21:30:00-03:00
        "time": {}                | /time     | must be a time with its offset such as 2026-11-28T21:30:00-03:00
        "id": "7"                 | /id       | must be a UUID such as 019064a8-2c7d-7f3e-9a41-5d0c8be1f7a2
        "id": "AAAAAAAAAAAAAAAAAAAAAA==" | /id | must be a UUID such as 019064a8-2c7d-7f3e-9a41-5d0c8be1f7a2
        "flag": "true"            | /flag     | must be true or false
        "count": 1.5              | /count    | must be a whole number from -2147483648 to 2147483647
        "count": 2147483648       | /count    | must be a whole number from -2147483648 to 2147483647
        "name": 1                 | /name     | must be text
        "name": ["a"]             | /name     | must be text
        "inner": []               | /inner    | must be an object in curly brackets
        "inner": {"date": "x"}    | /inner/date | must be a date such as 1984-02-29
        "list": {}                | /list     | must be a list in square brackets
        "list": [{}, {"date": 1}] | /list/1/date | must be a date such as 1984-02-29
        "list": ["x"]             | /list/0   | must be an object in curly brackets
        "map": []                 | /map      | must be an object in curly brackets
        "map": {"a/b": {"date": 1}} | /map/a~1b/date | must be a date such as 1984-02-29
        "inner": {"other": 1}     | /inner/other | is not a known field; known are: date, text
        """)
    void a_field_that_is_not_of_its_form_is_told_with_what_is(String field, String pointer, String detail) {
        String rest = field.startsWith("\"name\"") ? "" : "\"name\": \"a\", ";
        Refusal refusal = refused("{" + rest + field + "}");
        assertEquals(400, refusal.status());
        assertEquals(List.of(new FieldError(pointer, detail)), refusal.errors());
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Refusal refusal = refused("""
            {"progress": "done", "date": "x", "nmae": "a", "id": 1, "inner": {"text": "too long", "date": 3}}
            """);
        assertEquals(
                List.of("/date", "/id", "/inner/date", "/inner/text", "/name", "/nmae", "/progress"),
                pointers(refusal));
    }

    @Test
    void several_parts_that_break_rules_are_told_at_once() {
        Refusal refusal = refused("{\"name\": \"a\", \"list\": [{\"text\": \"long\"}, {\"text\": \"long\"}]}");
        assertEquals(422, refusal.status());
        assertEquals(List.of("/list/0/text", "/list/1/text"), pointers(refusal));
    }

    @Test
    void a_field_of_another_form_is_not_said_to_be_missing_too() {
        assertEquals(List.of("/name"), pointers(refused("{\"name\": 1}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"secret\", \"date\": \"secret\"}", "{\"name\": \"secret-secret\"}"})
    void what_was_sent_is_not_said_again(String body) {
        assertFalse(refused(body).errors().toString().contains("secret"));
    }

    @Test
    void a_thousand_mistakes_are_not_all_told() {
        String many = "{\"name\": \"a\", \"list\": [" + "1,".repeat(100_000) + "1]}";
        assertTrue(refused(many).errors().size() <= 100);
    }

    @Test
    void a_name_that_cannot_be_stored_has_a_pointer() {
        assertEquals(List.of("/a\ufffd"), pointers(refused("{\"a\\u0000\": 1}")));
    }

    private static List<String> pointers(Refusal refusal) {
        return refusal.errors().stream().map(FieldError::pointer).sorted().toList();
    }

    private static Refusal refused(String body) {
        return assertThrows(Refusal.class, () -> JSON.parse(body.getBytes(StandardCharsets.UTF_8), Input.class));
    }
}
