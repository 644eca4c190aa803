package com.klinity.transcription.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.settings.ConfigSources;
import com.klinity.platform.settings.ConfiguredSettings;
import com.klinity.platform.spi.StartFailure;
import com.klinity.transcription.spi.TranscriptionEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SphinxProviderTest {
    private final SphinxProvider provider = new SphinxProvider();

    @Test
    void opens_without_any_setting() {
        try (TranscriptionEngine engine = provider.open(settings(""))) {
            assertInstanceOf(SphinxEngine.class, engine);
        }
    }

    @Test
    void speaks_to_no_host() {
        assertEquals(List.of(), provider.vendor().hosts());
    }

    @Test
    void says_that_health_data_reaches_it() {
        assertTrue(provider.vendor().touchesPhi());
    }

    @Test
    void takes_the_number_of_recognizers() {
        assertEquals(SphinxSettings.withRecognizers(3), SphinxSettings.from(settings(" 3 ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "17", "many"})
    void a_bad_number_of_recognizers_is_named(String text) {
        ConfiguredSettings settings = settings(text);
        provider.open(settings).close();

        StartFailure refused = assertThrows(StartFailure.class, settings::enforce);
        assertTrue(
                refused.faults().getFirst().startsWith("klinity.sphinx.recognizers"),
                () -> refused.faults().toString());
    }

    @Test
    void takes_the_memory_of_each_process_in_megabytes() {
        assertEquals(700, SphinxSettings.from(memory("700")).megabytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "255", "8193", "512m"})
    void a_bad_memory_is_named(String text) {
        ConfiguredSettings settings = memory(text);
        provider.open(settings).close();

        StartFailure refused = assertThrows(StartFailure.class, settings::enforce);
        assertTrue(
                refused.faults().getFirst().startsWith("klinity.sphinx.memory"),
                () -> refused.faults().toString());
    }

    private static ConfiguredSettings memory(String megabytes) {
        return new ConfiguredSettings(
                ConfigSources.config(Map.of("klinity.sphinx.memory", megabytes), Path.of("no-such-file"), false));
    }

    private static ConfiguredSettings settings(String recognizers) {
        return new ConfiguredSettings(ConfigSources.config(
                Map.of("klinity.sphinx.recognizers", recognizers), Path.of("no-such-file"), false));
    }
}
