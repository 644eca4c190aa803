package com.klinity.identity;

import static com.klinity.identity.IdentityServer.SERVER;
import static com.klinity.identity.IdentityServer.patch;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountSettingsTest {

    private static final String ALL = """
        {"settings":{"audioRetentionDays":90,"locale":"pt-BR","timeZone":"America/Sao_Paulo",\
        "transcriptionEngine":"sphinx","noteDrafting":true}}\
        """;

    @Test
    void a_patch_changes_what_it_names_and_keeps_the_rest() {
        Practitioner ana = SERVER.practitioner();
        patch(ana, ALL);
        patch(ana, "{\"settings\":{\"audioRetentionDays\":30}}");
        assertEquals("""
            {"audioRetentionDays":30,"locale":"pt-BR","timeZone":"America/Sao_Paulo",\
            "transcriptionEngine":"sphinx","noteDrafting":true}\
            """, ana.get("/v1/account").json().path("settings").toString());
    }

    @Test
    void null_restores_a_default() {
        Practitioner ana = SERVER.practitioner();
        patch(ana, ALL);
        Answer answer = patch(ana, """
            {"settings":{"audioRetentionDays":null,"locale":null,"timeZone":null,"transcriptionEngine":null,\
            "noteDrafting":null}}\
            """);
        assertEquals(
                "{\"locale\":\"en\",\"timeZone\":\"UTC\",\"noteDrafting\":false}",
                answer.json().path("settings").toString());
    }

    @Test
    void each_change_has_a_new_entity_tag_that_a_read_repeats() {
        Practitioner ana = SERVER.practitioner();
        String first = ana.get("/v1/account").etag();
        String second = patch(ana, ALL).etag();
        String third = patch(ana, ALL).etag();
        assertAll(
                () -> assertNotEquals(first, second),
                () -> assertNotEquals(second, third),
                () -> assertEquals(third, ana.get("/v1/account").etag()));
    }

    @Test
    void a_stale_entity_tag_is_refused_where_one_is_sent() {
        Practitioner ana = SERVER.practitioner();
        String first = ana.get("/v1/account").etag();
        assertAll(
                () -> assertEquals(200, ana.patch("/v1/account", first, ALL).status()),
                () -> assertEquals(412, ana.patch("/v1/account", first, ALL).status()));
    }

    /** Settings from before, which were not asked whether anybody obeys them. */
    @Test
    void what_nobody_obeys_and_was_kept_before_keeps_nothing_else_from_being_changed() throws SQLException {
        Practitioner ana = SERVER.practitioner();
        patch(ana, ALL);
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                PreparedStatement keep = connection.prepareStatement(
                        "update identity.settings set locale = 'xx-YY', transcription_engine = 'gone' where account_id"
                                + " = ?")) {
            keep.setObject(1, ana.account());
            assertEquals(1, keep.executeUpdate());
        }
        assertEquals(200, patch(ana, "{\"settings\":{\"timeZone\":\"UTC\"}}").status());
    }

    @Test
    void what_is_obeyed_is_told() {
        Answer answer = patch(SERVER.practitioner(), "{\"settings\":{\"transcriptionEngine\":\"assemblyai\"}}");
        assertEquals(
                "must be one that is loaded (sphinx), or null for the server's",
                answer.json().path("errors").path(0).path("detail").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/settings/audioRetentionDays|{\"settings\":{\"audioRetentionDays\":0}}",
                "/settings/audioRetentionDays|{\"settings\":{\"audioRetentionDays\":7301}}",
                "/settings/locale|{\"settings\":{\"locale\":\"not a tag\"}}",
                "/settings/locale|{\"settings\":{\"locale\":\"xx-YY\"}}",
                "/settings/locale|{\"settings\":{\"locale\":\"pt-YY\"}}",
                "/settings/locale|{\"settings\":{\"locale\":\"xx\"}}",
                "/settings/transcriptionEngine|{\"settings\":{\"transcriptionEngine\":\"assemblyai\"}}",
                "/settings/timeZone|{\"settings\":{\"timeZone\":\"Mars/Olympus\"}}",
                "/settings/timeZone|{\"settings\":{\"timeZone\":\"+03:00\"}}",
                "/settings/transcriptionEngine|{\"settings\":{\"transcriptionEngine\":\"Not An Engine\"}}",
                "/settings|{\"settings\":null}"
            })
    void a_value_that_breaks_a_rule_is_named(String pointer, String json) {
        Answer answer = patch(SERVER.practitioner(), json);
        assertAll(
                () -> assertEquals(422, answer.status()),
                () -> assertEquals(
                        pointer,
                        answer.json().path("errors").path(0).path("pointer").asString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"settings\":{\"colour\":\"blue\"}}",
                "{\"email\":\"eve@example.org\"}",
                "{\"settings\":{\"audioRetentionDays\":\"many\"}}",
                "{\"settings\":{\"audioRetentionDays\":1.5}}",
                "{\"settings\":{\"locale\":7}}",
                "[]",
                "not json"
            })
    void a_body_of_the_wrong_shape_is_refused(String json) {
        assertEquals(400, patch(SERVER.practitioner(), json).status());
    }

    @Test
    void a_body_of_another_kind_is_refused() {
        Practitioner ana = SERVER.practitioner();
        Answer answer = ana.send("PATCH", "/v1/account", BodyPublishers.ofString(ALL), "Content-Type", "text/plain");
        assertEquals(415, answer.status());
    }

    @Test
    @Tag("AC-1")
    void settings_of_one_account_are_not_anothers() {
        patch(SERVER.practitioner(), ALL);
        assertEquals(
                "en",
                SERVER.practitioner()
                        .get("/v1/account")
                        .json()
                        .path("settings")
                        .path("locale")
                        .asString());
    }

    @Test
    @Tag("AC-2")
    void an_account_id_in_the_body_is_refused_and_changes_nothing() {
        Practitioner ana = SERVER.practitioner();
        Practitioner eve = SERVER.practitioner();
        ana.get("/v1/account");
        Answer answer = patch(eve, "{\"id\":\"" + ana.account() + "\",\"settings\":{\"locale\":\"pt-BR\"}}");
        assertAll(
                () -> assertEquals(400, answer.status()),
                () -> assertEquals(
                        "en",
                        ana.get("/v1/account")
                                .json()
                                .path("settings")
                                .path("locale")
                                .asString()));
    }

    @Test
    void a_change_is_in_the_audit_log_and_so_is_a_refused_one() {
        Practitioner ana = SERVER.practitioner();
        patch(ana, ALL);
        patch(ana, "{\"settings\":{\"audioRetentionDays\":0}}");
        assertEquals(
                List.of(
                        new AuditLine("update", "Account", List.of(ana.account()), "success", ""),
                        new AuditLine("update", "Account", List.of(), "invalid-fields", "")),
                ana.auditEntries());
    }

    @Test
    void unknown_query_parameters_are_refused() {
        assertEquals(400, SERVER.practitioner().get("/v1/account?fields=all").status());
    }
}
