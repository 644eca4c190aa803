package com.klinity.media;

import com.klinity.appointments.api.Consents;
import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;
import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Changes;
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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a recording: only with consent from its first byte to its last, only audio, encrypted on its way to the store. That it goes to a store outside
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
    private final Consents consents;
    private final Changes changes;
    private final InstantSource clock;
    private final Map<UUID, Underway> underway = new ConcurrentHashMap<>();
    private final Map<UUID, Watched> watched = new ConcurrentHashMap<>();

    RecordingUpload(
            MediaSettings settings,
            BlobStore store,
            Adapter keeper,
            Consents consents,
            Changes changes,
            InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.keeper = keeper;
        this.consents = consents;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void admit(Call call) {
        UUID appointment = call.id("id");
        watched.computeIfAbsent(call.requestId(), request -> new Watched(changes, call, appointment));
        consents.requireRecording(call.scope(), appointment, false);
        kind(call);
        settings.room().requireLength(call);
        long reserved = settings.room().reserve(call, call.scope());
        BlobKey key = new BlobKey(call.account(), UuidV7.at(clock.instant()));
        UploadTable.insert(call.scope(), key.id(), reserved, settings.patience());
        underway.put(call.requestId(), new Underway(key, reserved));
    }

    @Override
    public ReceivedAudio receive(Call call, InputStream body) throws IOException {
        Underway upload = upload(call);
        try {
            return receive(call, upload, body);
        } catch (IOException | RuntimeException | Error e) { // whatever it was, what was stored so far must go
            upload.discard(store);
            throw e;
        }
    }

    private ReceivedAudio receive(Call call, Underway upload, InputStream body) throws IOException {
        AudioKind kind = kind(call);
        MeasuredInput measured =
                new MeasuredInput(body, upload.reserved(), () -> settings.room().outgrown(upload.reserved()));
        byte[] first = measured.readNBytes(HEAD);
        AudioHead head = new AudioHead(first);
        if (!kind.matches(head)) {
            throw Refusal.unsupportedMediaType("The body is not audio of the kind its Content-Type declares.");
        }
        if (keeper.vendor().outside()) {
            call.disclose(Disclosure.streamed(RECORDING, upload.key().id(), keeper));
        }
        long bytes = store(upload, new SequenceInputStream(new ByteArrayInputStream(first), measured));
        return new ReceivedAudio(upload, call.contentType(), bytes, measured.sha256(), duration(kind, head, bytes));
    }

    @Override
    public boolean urgent(Call call) {
        return watched(call).isChanged();
    }

    @Override
    public void progress(Call call) {
        watched(call).look(() -> consents.requireRecording(call.scope(), call.id("id"), false));
        if (!UploadTable.goOn(call.scope(), upload(call).key().id(), settings.patience())) {
            throw Refusal.unavailable();
        }
    }

    @Override
    public Reply record(Call call, ReceivedAudio received) {
        UUID appointment = call.id("id");
        consents.requireRecording(call.scope(), appointment, true);
        if (!UploadTable.recorded(call.scope(), received.upload().key().id())) {
            throw Refusal.unavailable();
        }
        Recording recording = recording(appointment, received);
        RecordingTable.insert(call.scope(), recording);
        Reply reply = Reply.created("/v1/recordings/" + recording.id(), recording)
                .etag(recording.version())
                .about(recording.id());
        return keeper.vendor().outside() ? Disclosure.measured(reply, received.bytes(), received.sha256()) : reply;
    }

    @Override
    public void discard(ReceivedAudio received) {
        received.upload().discard(store);
    }

    @Override
    public void abandon(Call call) {
        Underway upload = underway.get(call.requestId());
        if (upload == null) {
            return;
        }
        if (upload.isLeft()) {
            throw Refusal.unavailable(
                    "It is not on record, but what arrived of it could not be removed yet; that is made up for soon.");
        }
        if (upload.isClean()) {
            UploadTable.forget(call.scope(), upload.key().id());
        }
    }

    @Override
    public void release(Call call) {
        underway.remove(call.requestId());
        Watched appointment = watched.remove(call.requestId());
        if (appointment != null) {
            appointment.end();
        }
    }

    private Underway upload(Call call) {
        return Objects.requireNonNull(underway.get(call.requestId()), "the upload was not admitted");
    }

    private Watched watched(Call call) {
        return Objects.requireNonNull(watched.get(call.requestId()), "the upload was not admitted");
    }

    private long store(Underway upload, InputStream content) throws IOException {
        upload.storing();
        try {
            long bytes = store.put(upload.key(), content).bytes();
            upload.stored();
            return bytes;
        } catch (BlobFailure e) {
            LOG.log(System.Logger.Level.ERROR, "a recording could not be stored", e);
            throw refusal(e);
        }
    }

    private static Refusal refusal(BlobFailure failure) {
        return switch (failure.code()) {
            case ERASED -> Refusal.unauthenticated();
            case NO_SPACE ->
                Refusal.insufficientStorage(
                        "The store of this server is full. Nothing was stored; tell the operator of this server.");
            case NOT_FOUND, CORRUPT, DENIED, UNAVAILABLE -> Refusal.unavailable();
        };
    }

    private Recording recording(UUID appointment, ReceivedAudio received) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Recording(
                received.upload().key().id(),
                appointment,
                received.contentType(),
                received.bytes(),
                received.sha256(),
                received.durationSeconds(),
                now,
                settings.retentionDays() == 0 ? null : now.plus(settings.retentionDays(), ChronoUnit.DAYS),
                null);
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
