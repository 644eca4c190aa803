package com.klinity.transcription;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.media.MediaModule;
import com.klinity.media.testkit.InMemoryBlobStoreProvider;
import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Vendor;
import com.klinity.platform.testkit.TestServer;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionEngineProvider;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {

    @Test
    void an_engine_that_stays_here_leaves_no_copy() {
        assertEquals(VendorCopy.NONE, new Engine("e", ScriptedEngine.vendorOf(List.of()), new ScriptedEngine()).copy());
    }

    @Test
    void an_engine_that_speaks_to_a_host_leaves_a_copy() {
        Vendor vendor = ScriptedEngine.vendorOf(List.of("speech.example"));
        assertEquals(VendorCopy.PRESENT, new Engine("e", vendor, new ScriptedEngine()).copy());
    }

    @Test
    void a_malformed_setting_of_an_engine_stops_the_start() {
        StartFailure failure = assertThrows(
                StartFailure.class,
                () -> server().setting("klinity.transcription.engine", "picky").start());
        assertEquals(List.of("speech engine 'picky': klinity.picky.ears: must be two"), failure.faults());
    }

    @Test
    void an_unknown_engine_stops_the_start() {
        StartFailure failure = assertThrows(StartFailure.class, () -> server().start());
        assertTrue(failure.faults().getFirst().contains("sphinx"));
    }

    private static TestServer.Builder server() {
        return TestServer.of(new AppointmentsModule(), new MediaModule(), new TranscriptionModule())
                .adapter(new InMemoryBlobStoreProvider())
                .adapter(new Picky())
                .setting("klinity.media.store", "memory");
    }

    /** Refuses its settings. */
    private static final class Picky implements TranscriptionEngineProvider {

        @Override
        public String name() {
            return "picky";
        }

        @Override
        public Vendor vendor() {
            return ScriptedEngine.vendorOf(List.of());
        }

        @Override
        public TranscriptionEngine open(Settings settings) {
            throw new IllegalArgumentException("klinity.picky.ears: must be two");
        }
    }

    /** It would only fail in the queue, minutes later. */
    @ParameterizedTest
    @ValueSource(strings = {"pt", "pt-BR", "eng"})
    void a_language_that_it_is_known_not_to_understand_is_a_422(String tag) {
        Refusal refusal = assertThrows(Refusal.class, () -> english().requireUnderstood(tag));
        assertEquals(
                List.of(new FieldError("/language", "must be one that the engine 'e' understands: en")),
                refusal.errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en", "en-US", "en-Latn-GB"})
    void one_that_it_understands_is_taken(String tag) {
        assertDoesNotThrow(() -> english().requireUnderstood(tag));
    }

    @Test
    void an_engine_that_cannot_say_is_tried() {
        Engine engine = new Engine("e", ScriptedEngine.vendorOf(List.of()), new ScriptedEngine());
        assertDoesNotThrow(() -> engine.requireUnderstood("tlh"));
    }

    private static Engine english() {
        return new Engine("e", ScriptedEngine.vendorOf(List.of()), new ScriptedEngine(), Set.of("en"));
    }
}
