package com.klinity.platform.embedded;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes and one data directory, and processes that are killed. */
class SecondProcessTest {
    @TempDir
    Path directory;

    @Test
    void a_directory_that_another_live_process_holds_is_refused_in_one_line() throws Exception {
        try (OtherProcess holder = OtherProcess.launch(ServerHolder.class, directory.toString())) {
            assertEquals("ready", holder.firstLine());
            EmbeddedPostgresException refusal = assertThrows(EmbeddedPostgresException.class, this::start);
            assertAll(
                    () -> assertEquals(Code.DATA_DIRECTORY_IN_USE, refusal.code()),
                    () -> assertEquals(1, refusal.getMessage().lines().count()),
                    () -> assertTrue(refusal.getMessage().contains("process " + holder.pid()), refusal.getMessage()));
            holder.endOrderly();
        }
    }

    @Test
    void refusing_does_not_disturb_the_server_that_is_there() throws Exception {
        try (OtherProcess holder = OtherProcess.launch(ServerHolder.class, directory.toString())) {
            assertEquals("ready", holder.firstLine());
            long before = TestServers.postmaster(directory);
            assertThrows(EmbeddedPostgresException.class, this::start);
            assertEquals(before, TestServers.postmaster(directory));
            assertEquals(0, holder.endOrderly());
        }
    }

    @Test
    void a_refused_second_start_in_one_process_does_not_let_another_process_in() throws Exception {
        try (EmbeddedPostgres server = start()) {
            EmbeddedPostgresException here = assertThrows(EmbeddedPostgresException.class, this::start);
            assertEquals(Code.DATA_DIRECTORY_IN_USE, here.code());
            try (OtherProcess intruder = OtherProcess.launch(ServerHolder.class, directory.toString())) {
                assertNotEquals("ready", intruder.firstLine());
            }
            assertEquals("1", TestServers.ask(server, "SELECT 1"));
        }
    }

    @Test
    void a_server_left_by_a_killed_process_is_stopped_and_its_data_is_there() throws Exception {
        long orphan;
        try (OtherProcess holder = OtherProcess.launch(ServerHolder.class, directory.toString())) {
            assertEquals("ready", holder.firstLine());
            orphan = TestServers.postmaster(directory);
            holder.kill();
        }
        assertTrue(isPostgres(orphan), "the server outlives its process, else this test tests nothing");
        try (EmbeddedPostgres server = start()) {
            assertFalse(isPostgres(orphan));
            assertEquals("written before the kill", TestServers.ask(server, "SELECT value FROM kept"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credentials.properties",
                "server/staging-*",
                "server/staging-*/data/PG_VERSION",
                "server/staging-*/data/global/pg_control",
                "server/data",
                "server/data/postmaster.pid",
                "server/server.log"
            })
    void a_first_start_killed_as_soon_as_a_file_appears_is_healed(String file) throws Exception {
        try (OtherProcess victim = OtherProcess.launch(ServerHolder.class, directory.toString())) {
            victim.awaitFile(directory, file);
            victim.kill();
        }
        try (EmbeddedPostgres server = start()) {
            assertAll(
                    () -> assertEquals(
                            "klinity_app", TestServers.ask(server, DatabaseRole.APP, "klinity", "SELECT current_user")),
                    () -> TestServers.execute(server, DatabaseRole.OWNER, "klinity", "CREATE SCHEMA works"));
        }
    }

    @Test
    void a_server_closed_on_shutdown_ends_with_its_process() throws Exception {
        try (OtherProcess program = OtherProcess.launch(ShutdownProgram.class, directory.toString())) {
            long pid = Long.parseLong(program.firstLine());
            program.endOrderly();
            assertFalse(isPostgres(pid));
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(TestServers.durable(directory));
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }
}
