package com.klinity.transcription;

import static com.klinity.transcription.Studio.ENGINE;
import static com.klinity.transcription.Studio.awaitStatus;
import static com.klinity.transcription.Studio.text;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that died, as the others see it: its lease ends, and it may come back late. */
class TakeoverTest {

    /** The fence rises with it, since a dead server does not renew. */
    private static final String LEASE_ENDS = "update platform.jobs set lease_until = now() - interval '1 second',"
            + " fence = fence + 1 where subject_id = ?";

    private final Practitioner ana = Studio.practitioner();
    private final AtomicInteger plays = new AtomicInteger();
    private final Gate gate = new Gate();
    private final String transcript = transcript(ana, ENGINE.wish((audio, progress) -> {
        if (plays.incrementAndGet() > 1) {
            return Spoke.once("The second run.");
        }
        try {
            return gate.play(audio, progress);
        } catch (InterruptedException e) {
            // A dead server hears no interrupt, and comes back with what it had.
            return Spoke.once("The first run.");
        }
    }));

    @AfterEach
    void nobody_waits_any_longer() {
        gate.open();
    }

    @Test
    void another_run_takes_over_when_the_lease_has_ended() {
        takeOver();
        assertEquals("The second run.", text(awaitStatus(ana, transcript, "completed"), "text"));
    }

    @Test
    void both_attempts_are_counted() {
        takeOver();
        assertEquals(
                "2",
                awaitStatus(ana, transcript, "completed")
                        .json()
                        .path("attempts")
                        .asString());
    }

    @Test
    void the_late_writer_is_refused() {
        takeOver();
        awaitStatus(ana, transcript, "completed");
        String tag = ana.get(transcript).etag();
        gate.open();
        gate.awaitEnd();
        Studio.completed(ana);
        assertEquals(tag + " The second run.", ana.get(transcript).etag() + " " + text(ana.get(transcript), "text"));
    }

    @Test
    void the_late_writer_leaves_no_entry() {
        takeOver();
        awaitStatus(ana, transcript, "completed");
        gate.open();
        gate.awaitEnd();
        Studio.completed(ana);
        long completions = ana.auditEntries().stream().filter(this::completes).count();
        assertEquals(1, completions);
    }

    @Test
    void work_that_was_done_is_not_done_again() {
        gate.open();
        awaitStatus(ana, transcript, "completed");
        Studio.sql(
                "insert into platform.jobs (id, topic, account_id, subject_id)"
                        + " select ?, 'transcription.run', account_id, id from transcription.transcripts where id = ?",
                transcript);
        Studio.SERVER.await(() -> Studio.jobs(transcript).equals("0"));
        assertEquals(1, plays.get());
    }

    private void takeOver() {
        gate.awaitEngine();
        Studio.sql(LEASE_ENDS, transcript);
    }

    private boolean completes(AuditLine line) {
        return line.resourceIds().contains(Studio.id(transcript))
                && line.details().contains("completed");
    }
}
