package com.klinity.transcription;

import com.klinity.appointments.api.Consents;
import com.klinity.media.api.RecordingCard;
import com.klinity.media.api.Recordings;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Disclosure;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JobRunner;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import com.klinity.transcription.spi.Transcription;
import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Has one recording transcribed.
 *
 * <p>Without the patient's consent nothing is heard, whenever it ended and whoever asked for it. A run that was cut off is simply begun again; what is no longer queued or processing is left alone. The disclosure is
 * in the log before the engine can open the recording. Whoever lost the job meanwhile writes nothing.
 */
record TranscribeJob(
        Recordings recordings, Consents consents, Engine engine, Running running, Json json, InstantSource clock)
        implements JobRunner {

    static final String TOPIC = "transcription.run";

    private static final System.Logger LOG = System.getLogger(TranscribeJob.class.getName());

    /** A recording, and what is known of it. */
    private record Task(RecordingCard recording, TranscriptionRequest request) {}

    /** An interrupt means that this server stops, or that the job was cancelled or lost: the worker knows which. */
    @Override
    public void run(JobRun run) throws InterruptedException {
        try {
            if (covered(run)) {
                begin(run).ifPresent(task -> work(run, task));
            } else {
                cancel(run, Failure.CONSENT_MISSING);
            }
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw interrupted(e);
            }
            throw e;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public boolean abandoned(JobRun run) {
        fail(run, Failure.DIED, Failure.DIED.code());
        return true;
    }

    /** Asked without a lock: whoever withdraws consent from here on takes the job back, and with it the right to write. */
    private boolean covered(JobRun run) {
        return run.reads()
                .in(scope -> RunTable.appointment(scope, run.subject())
                        .map(appointment -> consents.given(scope, appointment))
                        .orElse(true));
    }

    private Optional<Task> begin(JobRun run) {
        return run.inScope(
                update(run),
                Map.of("status", "processing"),
                scope -> RunTable.begin(scope, run.subject(), engine, now()).map(begun -> disclosed(scope, begun)));
    }

    private Task disclosed(Scope scope, RunTable.Begun begun) {
        RecordingCard recording = recordings.find(scope, begun.recording()).orElseThrow();
        Disclosure disclosure =
                Disclosure.of("Recording", recording.id(), engine, recording.bytes(), recording.sha256());
        scope.audit(disclosure.touch(), disclosure.details());
        return new Task(recording, begun.request());
    }

    private void work(JobRun run, Task task) {
        RecordedAudio audio = new RecordedAudio(recordings, run.account(), task.recording());
        try {
            complete(run, transcribe(run, audio, task.request()));
        } catch (TranscriptionFailure failure) {
            settle(run, failure, failure.retryable() || audio.storeFailedForNow());
        }
    }

    private Transcription transcribe(JobRun run, RecordedAudio audio, TranscriptionRequest request) {
        try (Running.Run here = running.begin(run.subject())) {
            ReportedProgress progress = new ReportedProgress(run, here);
            try {
                return engine.transcriber().transcribe(audio, request, progress);
            } catch (TranscriptionFailure failure) {
                throw failure;
            } catch (RuntimeException e) {
                // Somebody else's code: whatever it throws beside its contract is its failure, not ours.
                throw progress.threw(e) ? e : broken(e);
            }
        }
    }

    private void complete(JobRun run, Transcription transcription) {
        UUID id = run.subject();
        run.inScope(update(run), Map.of("status", "completed"), scope -> {
            RunTable.complete(
                    scope, id, Heard.storable(transcription.language()), json.write(Heard.of(transcription)), now());
            return id;
        });
    }

    private void settle(JobRun run, TranscriptionFailure failure, boolean retryable) {
        if (Thread.currentThread().isInterrupted() || (retryable && !run.lastAttempt())) {
            throw failure;
        }
        if (failure.code() == TranscriptionFailure.Code.CANCELLED) {
            cancel(run, Failure.CANCELLED);
            return;
        }
        LOG.log(System.Logger.Level.WARNING, "transcript {0} failed: {1}", run.subject(), failure.code());
        fail(run, Failure.of(failure, retryable), failure.code().name());
    }

    private void fail(JobRun run, Failure failure, String code) {
        run.inScope(update(run), Map.of("status", "failed", "code", code), scope -> {
            RunTable.fail(scope, run.subject(), failure, now());
            return failure;
        });
    }

    private void cancel(JobRun run, Failure reason) {
        run.inScope(update(run), Map.of("status", "cancelled", "code", reason.code()), scope -> {
            RunTable.cancel(scope, run.subject(), reason, now());
            return reason;
        });
    }

    private static TranscriptionFailure broken(RuntimeException e) {
        return new TranscriptionFailure(
                TranscriptionFailure.Code.ENGINE_FAILED, "The speech engine broke while it worked.", e);
    }

    private static InterruptedException interrupted(RuntimeException cause) {
        InterruptedException interrupted = new InterruptedException();
        interrupted.initCause(cause);
        return interrupted;
    }

    private static Touch update(JobRun run) {
        return Touch.of(Action.UPDATE, TranscriptionFeature.TRANSCRIPT, run.subject());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
