package com.klinity.platform.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a$(touch x)", "a`b", "a\\b", "a\nb"})
    void a_path_that_a_shell_would_read_otherwise_is_refused(String path) {
        EmbeddedPostgresException refusal =
                assertThrows(EmbeddedPostgresException.class, () -> TestServers.durable(Path.of(path)));
        assertEquals(Code.FILES_UNUSABLE, refusal.code());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void a_port_that_does_not_exist_is_refused(int port) {
        EmbeddedPostgresSettings settings = TestServers.durable(Path.of("data"));
        assertThrows(EmbeddedPostgresException.class, () -> settings.withPort(port));
    }

    @Test
    void a_path_with_spaces_accents_and_an_apostrophe_works(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("Prontuário da Dra. D'Ávila");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(TestServers.disposable(data))) {
            assertEquals("1", TestServers.ask(server, "SELECT 1"));
        }
    }
}
