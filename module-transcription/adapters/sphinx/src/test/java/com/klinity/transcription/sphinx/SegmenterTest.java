package com.klinity.transcription.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    private static final double QUIET = 20;
    private static final double LOUD = 3_000;
    private static final long HOUR = 3_600;

    @Test
    void speech_is_cut_at_pauses() throws Exception {
        Scene twice = new Scene(8, time -> between(time, 1, 3) || between(time, 4, 6) ? LOUD : QUIET);

        List<Segment> segments = all(twice);

        assertEquals(2, segments.size());
        assertNear(1_000, segments.get(0).startMs(), 250);
        assertNear(3_000, segments.get(0).endMs(), 300);
        assertNear(4_000, segments.get(1).startMs(), 250);
        assertNear(6_000, segments.get(1).endMs(), 300);
    }

    @Test
    void a_breath_between_words_is_no_pause() throws Exception {
        Scene once = new Scene(6, time -> between(time, 1, 4) && !between(time, 2, 2.3) ? LOUD : QUIET);

        assertEquals(1, all(once).size());
    }

    @Test
    void speech_from_the_first_to_the_last_moment_is_kept() throws Exception {
        Scene whole = new Scene(5, time -> time % 1 < 0.8 ? LOUD : QUIET);

        List<Segment> segments = all(whole);

        assertNear(0, segments.getFirst().startMs(), 1_050);
        assertNear(5_000, segments.getLast().endMs(), 250);
    }

    @Test
    void a_click_is_not_speech() throws Exception {
        assertEquals(List.of(), all(new Scene(3, time -> between(time, 1, 1.03) ? LOUD : QUIET)));
    }

    @Test
    void speech_over_steady_noise_is_found() throws Exception {
        Scene noisy = new Scene(8, time -> between(time, 4, 6) ? LOUD : 300);

        assertEquals(1, all(noisy).size());
    }

    @Test
    void noise_that_grows_slowly_is_not_speech() throws Exception {
        assertEquals(List.of(), all(new Scene(120, time -> QUIET + 10 * time)));
    }

    @Test
    void endless_speech_is_cut_where_it_is_quietest() throws Exception {
        Scene monologue = new Scene(60, time -> time % 15 > 14.7 ? 200 : time % 1 < 0.9 ? LOUD : 600);

        List<Segment> segments = all(monologue);

        assertNear(14_850, segments.get(0).endMs(), 200);
    }

    @Test
    void nothing_of_endless_speech_is_lost() throws Exception {
        List<Segment> segments = all(new Scene(100, time -> time % 1 < 0.8 ? LOUD : QUIET));

        for (int i = 1; i < segments.size(); i++) {
            assertEquals(segments.get(i - 1).endSample(), segments.get(i).startSample(), "segment " + i);
        }
        assertNear(100_000, segments.getLast().endMs(), 300);
    }

    @Test
    void an_hour_of_steady_noise_has_no_segments() throws Exception {
        assertEquals(List.of(), all(new Scene(HOUR, time -> 500)));
    }

    @Test
    void an_hour_is_held_only_a_segment_at_a_time() throws Exception {
        Scene hour = new Scene(HOUR, time -> time % 300 < 200 && time % 1 < 0.8 ? LOUD : QUIET);
        Segmenter segmenter = new Segmenter(hour);
        int most = (Segmenter.LONGEST + Frame.A_SECOND) * Frame.SAMPLES;
        int count = 0;
        for (var segment = segmenter.next(); segment.isPresent(); segment = segmenter.next()) {
            long held = hour.position() - segment.get().startSample();
            assertTrue(held <= most, () -> "holds " + held + " samples");
            count++;
        }
        assertTrue(count >= HOUR / 300 * 200 / 20, "found " + count);
    }

    @Test
    void an_interrupt_is_noticed() {
        Segmenter segmenter = new Segmenter(new Scene(HOUR, time -> QUIET));
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, segmenter::next);
        assertTrue(Thread.interrupted());
    }

    private static void assertNear(long expected, long actual, long tolerance) {
        assertTrue(Math.abs(actual - expected) <= tolerance, () -> actual + " is not near " + expected);
    }

    private static boolean between(double time, double from, double to) {
        return time >= from && time < to;
    }

    private static List<Segment> all(Scene scene) throws IOException, InterruptedException {
        Segmenter segmenter = new Segmenter(scene);
        List<Segment> segments = new ArrayList<>();
        for (var segment = segmenter.next(); segment.isPresent(); segment = segmenter.next()) {
            segments.add(segment.get());
        }
        return segments;
    }
}
