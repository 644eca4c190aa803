package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server whose audit log lies on a disk that is really full. What other causes do to it, and with many callers, is in
 * {@link AuditOutageTest}.
 */
@Tag("LG-2")
class FullDiskTest {

    private static final String MARK = "what must not leave";
    private static final String NOTE = "{\"text\":\"" + MARK + "\"}";

    private static final TestServer SERVER = TestServer.of(new NotesModule()).start();
    private static @Nullable SmallDisk mounted;

    @BeforeAll
    static void mount() throws IOException, SQLException {
        mounted = SmallDisk.under(SERVER);
    }

    @AfterEach
    void free() throws IOException {
        disk().free();
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        SERVER.close();
        if (mounted != null) {
            mounted.close();
        }
    }

    @Test
    void no_patient_data_is_served_until_there_is_space_again() throws IOException, SQLException {
        Practitioner ana = SERVER.practitioner();
        String note = ana.post("/v1/notes", NOTE).location();
        disk().fill();
        refused(ana.get(note));
        refused(ana.get("/v1/notes"));
        refused(ana.get("/v1/notes/all"));
        disk().free();
        assertEquals(MARK, ana.get(note).json().path("text").asString());
        assertEquals(List.of("create", "read"), actions(ana));
    }

    @Test
    void nothing_is_stored_until_there_is_space_again() throws IOException, SQLException {
        Practitioner ana = SERVER.practitioner();
        Answer created = ana.post("/v1/notes", NOTE);
        disk().fill();
        refused(ana.post("/v1/notes", NOTE));
        refused(ana.patch(created.location(), created.etag(), "{\"text\":\"other\"}"));
        assertEquals(1, new Behind(SERVER).notes(ana.account()));
        disk().free();
        assertEquals(201, ana.post("/v1/notes", NOTE).status());
        assertEquals(List.of("create", "create"), actions(ana));
    }

    @Test
    void a_refusal_that_cannot_be_written_down_is_not_told() throws SQLException {
        Practitioner ana = SERVER.practitioner();
        ana.get("/v1/notes");
        disk().fill();
        refused(ana.get("/v1/notes/" + UUID.randomUUID()));
    }

    @Test
    void the_server_is_degraded_until_there_is_space_again() throws IOException, SQLException {
        Practitioner ana = SERVER.practitioner();
        ana.get("/v1/notes");
        disk().fill();
        refused(ana.get("/v1/notes"));
        assertEquals("503 {\"status\":\"DEGRADED\",\"because\":[\"audit-log\"]}", ready());
        disk().free();
        assertEquals("200 {\"status\":\"UP\"}", ready());
    }

    private static void refused(Answer answer) {
        assertEquals(503, answer.status(), answer::toString);
        assertNotNull(answer.header("Retry-After"));
        assertFalse(answer.text().contains(MARK));
    }

    private static List<String> actions(Practitioner who) {
        return who.auditEntries().stream().map(AuditLine::action).toList();
    }

    private static String ready() {
        return SERVER.management().get("/health/ready").toString();
    }

    private static SmallDisk disk() {
        if (mounted == null) {
            throw new IllegalStateException("not mounted");
        }
        return mounted;
    }
}
