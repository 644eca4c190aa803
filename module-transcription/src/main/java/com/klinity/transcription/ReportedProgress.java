package com.klinity.transcription;

import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.Touch;
import com.klinity.transcription.spi.ProgressListener;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passes an engine's reports on: each one to whoever follows on this server, and in large steps to the table for the
 * others. Each write leaves an audit entry, so a short recording writes none and the longest ones nine.
 */
final class ReportedProgress implements ProgressListener {

    private static final double STEP = 0.1;
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final JobRun job;
    private final Running.Run run;
    private double written;
    private long writtenAt = System.nanoTime();
    private @Nullable RuntimeException thrown;

    ReportedProgress(JobRun job, Running.Run run) {
        this.job = job;
        this.run = run;
    }

    @Override
    public void at(double fraction) {
        run.reached(fraction);
        boolean due = fraction < 1 && fraction >= written + STEP && System.nanoTime() - writtenAt >= PAUSE_NANOS;
        // An interrupted thread would lose its connection; the engine ends by itself.
        if (due && !Thread.currentThread().isInterrupted()) {
            write(fraction);
        }
    }

    /** Whether an engine passed on what came from here. */
    boolean threw(RuntimeException e) {
        return e.equals(thrown);
    }

    private void write(double fraction) {
        Touch touch = Touch.of(Action.UPDATE, TranscriptionFeature.TRANSCRIPT, job.subject());
        String percent = Math.round(100 * fraction) + " %";
        try {
            job.inScope(touch, Map.of("progress", percent), scope -> {
                RunTable.progress(scope, job.subject(), fraction);
                return fraction;
            });
        } catch (RuntimeException e) {
            thrown = e;
            throw e;
        }
        written = fraction;
        writtenAt = System.nanoTime();
    }
}
