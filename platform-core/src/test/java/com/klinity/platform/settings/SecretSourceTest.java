package com.klinity.platform.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a secret may stand. */
@Tag("IN-2")
class SecretSourceTest {

    private static final String KEY = "klinity.pigeon.api-key";

    @TempDir
    private Path folder;

    @Test
    void in_production_not_in_the_settings_file() throws IOException {
        ConfiguredSettings settings = settings("production");
        assertEquals("value", settings.secret(KEY).reveal());
        assertEquals(
                List.of(KEY + ": a secret must not stand in a file or an option; set it as KLINITY_PIGEON_API_KEY"),
                assertThrows(StartFailure.class, settings::enforce).faults());
    }

    @Test
    void in_evaluation_wherever_it_is_handy() throws IOException {
        ConfiguredSettings settings = settings("evaluation");
        assertEquals("value", settings.secret(KEY).reveal());
        settings.enforce();
    }

    @Test
    void a_guarded_secret_is_neither_given_nor_looked_for() throws IOException {
        ConfiguredSettings settings = settings("production");
        assertEquals(
                "",
                settings.guardedBy(key -> Optional.of("is somebody else's"))
                        .secret(KEY)
                        .reveal());
        List<String> faults =
                assertThrows(StartFailure.class, settings::enforce).faults();
        assertEquals(
                List.of(KEY + ": is somebody else's", KEY + ": is not a setting of this server; check its spelling"),
                faults);
    }

    @Test
    void what_the_launcher_hands_over_comes_as_it_was() throws IOException {
        Path pipe = Files.writeString(
                folder.resolve("pipe"), "KLINITY_A_SECRET=two\nlines = \"$x\"\u001eKLINITY_B_PASSWORD=\u001e\n");
        assertEquals(
                Map.of("KLINITY_A_SECRET", "two\nlines = \"$x\"", "KLINITY_B_PASSWORD", ""),
                SecretPipe.read(pipe.toString()));
        assertEquals(Map.of(), SecretPipe.read(""));
    }

    private ConfiguredSettings settings(String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("klinity.properties"), KEY + "=value\n");
        return new ConfiguredSettings(ConfigSources.config(Map.of("klinity.mode", mode), file, false));
    }
}
