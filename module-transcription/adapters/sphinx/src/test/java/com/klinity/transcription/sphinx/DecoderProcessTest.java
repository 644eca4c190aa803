package com.klinity.transcription.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a recording when the process that decodes it does not answer. */
class DecoderProcessTest {

    private static final Segment SILENCE = new Segment(0, new short[Segment.RATE]);
    private static final Segment LONGEST = new Segment(0, new short[Segmenter.LONGEST * Frame.SAMPLES]);
    private static final Duration SOON = Duration.ofMillis(500);
    private static final int TOO_FEW_MEGABYTES = 24;

    @Test
    void a_decoder_that_runs_out_of_memory_fails_its_recording_for_good_and_says_what_to_do() {
        TranscriptionFailure failure = failure(DecoderProcess.start(DecoderCommand.of(TOO_FEW_MEGABYTES)), SILENCE);

        assertEquals(Code.ENGINE_OUT_OF_MEMORY, failure.code());
        assertFalse(failure.retryable(), "trying again would end the same");
        assertTrue(String.valueOf(failure.getMessage()).contains("klinity.sphinx.memory"), failure::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 1",
                "kill -9 $$",
                "kill -11 $$",
                "exec true",
                "cat >/dev/null & echo nonsense that is much longer than any number",
                "head -c 5 /dev/zero; exit 0"
            })
    void a_process_that_breaks_fails_its_recording_for_now(String script) {
        TranscriptionFailure failure = failure(shell(script), LONGEST);

        assertEquals(Code.ENGINE_FAILED, failure.code());
        assertTrue(failure.retryable(), "another one may do it");
    }

    @Test
    void a_process_that_ended_is_not_used_again() {
        DecoderProcess process = shell("exit 1");

        failure(process, SILENCE);

        assertFalse(process.alive());
    }

    @Test
    void a_program_that_is_not_there_makes_the_engine_unavailable() {
        TranscriptionFailure failure =
                assertThrows(TranscriptionFailure.class, () -> DecoderProcess.start(List.of("/no/such/java")));

        assertEquals(Code.ENGINE_UNAVAILABLE, failure.code());
    }

    @Test
    void a_process_that_does_not_read_is_ended() throws InterruptedException {
        DecoderProcess process = DecoderProcess.start(List.of("/bin/sh", "-c", "exec sleep 600"), SOON);

        assertEquals(Code.ENGINE_FAILED, failure(process, LONGEST).code());
        assertTrue(ended(process), "nobody waits for it any more");
    }

    @Test
    void closing_ends_the_process_and_cancels_what_it_does() throws InterruptedException {
        DecoderProcess process = shell("exec sleep 600");
        Thread closer = Thread.ofVirtual().start(process::close);

        assertEquals(Code.CANCELLED, failure(process, LONGEST).code());
        closer.join();
        assertTrue(ended(process), "is gone");
    }

    @Test
    void it_inherits_no_environment(@TempDir Path folder) throws Exception {
        Path seen = folder.resolve("environment");
        DecoderProcess process = shell("tr '\\0' '\\n' </proc/$$/environ >" + seen);

        failure(process, SILENCE);

        assertEquals(List.of(), Files.readAllLines(seen));
    }

    @Test
    void its_command_line_names_files_only() {
        assertTrue(
                DecoderCommand.of(300).stream().skip(1).allMatch(part -> part.startsWith("-") || isFileOrClass(part)),
                () -> DecoderCommand.of(300).toString());
    }

    @Test
    void a_decoder_ends_when_nobody_talks_to_it_any_more() throws IOException, InterruptedException {
        Process orphan = new ProcessBuilder(DecoderCommand.of(512))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        orphan.getOutputStream().close();

        assertTrue(orphan.waitFor(1, TimeUnit.MINUTES), "it has noticed");
        assertEquals(DecoderMain.DONE, orphan.exitValue());
    }

    private static boolean isFileOrClass(String part) {
        return part.startsWith("/") || part.equals(DecoderMain.class.getName());
    }

    private static boolean ended(DecoderProcess process) throws InterruptedException {
        return ProcessHandle.of(process.pid())
                .map(handle -> handle.onExit().orTimeout(1, TimeUnit.MINUTES).handle((gone, late) -> late == null))
                .map(CompletableFuture::join)
                .orElse(true);
    }

    private static DecoderProcess shell(String script) {
        return DecoderProcess.start(List.of("/bin/sh", "-c", script));
    }

    private static TranscriptionFailure failure(DecoderProcess process, Segment segment) {
        try {
            return assertThrows(TranscriptionFailure.class, () -> process.decode(segment));
        } finally {
            process.close();
        }
    }
}
