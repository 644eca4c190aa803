package com.klinity.transcription.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.Settings;
import com.klinity.transcription.spi.TranscriptionEngine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SphinxProviderTest {
    private static final Settings NONE = key -> Optional.empty();

    private final SphinxProvider provider = new SphinxProvider();

    @Test
    void opens_without_any_setting() {
        try (TranscriptionEngine engine = provider.open(NONE)) {
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
        assertEquals(new SphinxSettings(3), SphinxSettings.from(key -> Optional.of(" 3 ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "17", "many", ""})
    void a_bad_number_of_recognizers_is_named(String text) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> provider.open(key -> Optional.of(text)));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("recognizers"));
    }
}
