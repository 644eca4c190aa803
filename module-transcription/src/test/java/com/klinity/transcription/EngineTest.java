package com.klinity.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.media.MediaModule;
import com.klinity.media.testkit.InMemoryBlobStoreProvider;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Vendor;
import com.klinity.platform.testkit.TestServer;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionEngineProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
