package com.klinity.media;

import com.klinity.appointments.api.AppointmentCard;
import com.klinity.appointments.api.Appointments;
import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;
import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Disclosure;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Upload;
import com.klinity.platform.spi.UuidV7;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a recording: only with consent, only audio, encrypted on its way to the store. That it goes to a store outside
 * is in the audit log before its first byte does.
 */
final class RecordingUpload implements Upload<ReceivedAudio> {

    private static final System.Logger LOG = System.getLogger(RecordingUpload.class.getName());

    /** Enough for the chunks that broadcast recorders put before the audio. */
    private static final int HEAD = 1 << 14;

    private static final String RECORDING = "Recording";

    private final MediaSettings settings;
    private final BlobStore store;
    private final Adapter keeper;
    private final Appointments appointments;
    private final InstantSource clock;

    RecordingUpload(
            MediaSettings settings, BlobStore store, Adapter keeper, Appointments appointments, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.keeper = keeper;
        this.appointments = appointments;
        this.clock = clock;
    }

    @Override
    public void admit(Call call) {
        call.noOtherQuery();
        requireConsent(call);
        kind(call);
        requireRoom(call);
    }

    @Override
    public ReceivedAudio receive(Call call, InputStream body) throws IOException {
        AudioKind kind = kind(call);
        MeasuredInput measured = new MeasuredInput(body, settings.maxBytes());
        byte[] first = measured.readNBytes(HEAD);
        AudioHead head = new AudioHead(first);
        if (!kind.matches(head)) {
            throw Refusal.unsupportedMediaType("The body is not audio of the kind its Content-Type declares.");
        }
        BlobKey key = new BlobKey(call.account(), UuidV7.at(clock.instant()));
        if (keeper.vendor().outside()) {
            call.disclose(Disclosure.streamed(RECORDING, key.id(), keeper));
        }
        long bytes = store(key, new SequenceInputStream(new ByteArrayInputStream(first), measured));
        return new ReceivedAudio(key, call.contentType(), bytes, measured.sha256(), duration(kind, head, bytes));
    }

    @Override
    public Reply record(Call call, ReceivedAudio received) {
        UUID appointment = requireConsent(call);
        Recording recording = recording(appointment, received);
        RecordingTable.insert(call.scope(), recording);
        Reply reply = Reply.created("/v1/recordings/" + recording.id(), recording)
                .etag(Recording.VERSION)
                .about(recording.id());
        return keeper.vendor().outside() ? Disclosure.measured(reply, received.bytes(), received.sha256()) : reply;
    }

    @Override
    public void discard(ReceivedAudio received) {
        try {
            store.delete(received.key());
        } catch (BlobFailure e) {
            LOG.log(System.Logger.Level.WARNING, "audio that was not put on record stays in the store", e);
        }
    }

    /** Consent may be withdrawn while the body is on its way, so it is asked before and after. */
    private UUID requireConsent(Call call) {
        AppointmentCard appointment =
                appointments.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        if (!appointment.consentGiven()) {
            throw Refusal.conflict("consent-missing", "The appointment has no consent to recording.");
        }
        return appointment.id();
    }

    /** A length that is declared spares the caller from sending it all in vain; it is measured all the same. */
    private void requireRoom(Call call) {
        if (call.header("Content-Length").filter(this::tooLong).isPresent()) {
            throw Refusal.tooLarge(settings.maxBytes());
        }
    }

    private boolean tooLong(String length) {
        return length.matches("\\d{1,18}") && Long.parseLong(length) > settings.maxBytes();
    }

    private long store(BlobKey key, InputStream content) throws IOException {
        try {
            return store.put(key, content).bytes();
        } catch (BlobFailure e) {
            LOG.log(System.Logger.Level.ERROR, "a recording could not be stored", e);
            throw Refusal.unavailable();
        }
    }

    private Recording recording(UUID appointment, ReceivedAudio received) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Recording(
                received.key().id(),
                appointment,
                received.contentType(),
                received.bytes(),
                received.sha256(),
                received.durationSeconds(),
                now,
                settings.retentionDays() == 0 ? null : now.plus(settings.retentionDays(), ChronoUnit.DAYS));
    }

    private static AudioKind kind(Call call) {
        return AudioKind.of(call.contentType())
                .orElseThrow(() -> Refusal.unsupportedMediaType(
                        "Send audio as wav, mpeg, ogg, flac, webm, mp4 or aac, named by Content-Type."));
    }

    private static @Nullable Double duration(AudioKind kind, AudioHead head, long bytes) {
        return kind == AudioKind.WAV ? WavDuration.seconds(head, bytes) : null;
    }
}
