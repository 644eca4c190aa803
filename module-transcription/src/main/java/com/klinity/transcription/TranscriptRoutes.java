package com.klinity.transcription;

import com.klinity.appointments.api.Consents;
import com.klinity.media.api.RecordingCard;
import com.klinity.media.api.Recordings;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.UuidV7;
import com.klinity.transcription.spi.TranscriptionRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers the calls that ask for transcripts and read them. */
record TranscriptRoutes(
        Recordings recordings, Consents consents, Engine engine, WaitingBudget budget, Json json, InstantSource clock) {

    private static final int LOOKS = 3;

    Reply create(Call call) {
        Scope scope = call.scope();
        RecordingCard recording = recordings.find(scope, call.id("id")).orElseThrow(Refusal::notFound);
        consents.requireProcessing(scope, recording.appointmentId(), true);
        TranscriptInput input = input(call);
        engine.capabilities().require(input, recording.contentType());
        TranscriptionRequest request = input.request();
        WishTable.Wish wish = WishTable.Wish.of(request, json.write(request.vocabulary()), engine.name());
        Transcript transcript = waiting(scope, recording, wish);
        return Reply.accepted(address(transcript.id()), transcript.view(List.of(), true))
                .etag(transcript.version())
                .about(transcript.id());
    }

    /** The same wish that waits already, or a new one. It may end between two looks, but hardly twice. */
    private Transcript waiting(Scope scope, RecordingCard recording, WishTable.Wish wish) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<Transcript> same = WishTable.same(scope, recording.id(), wish);
            if (same.isPresent()) {
                return same.get();
            }
            budget.check(scope);
            Transcript transcript = queued(recording, wish.request());
            if (WishTable.insert(scope, transcript, wish)) {
                scope.enqueue(TranscribeJob.TOPIC, transcript.id());
                return transcript;
            }
        }
        throw Refusal.conflict("just-ended", "The same transcript has just ended; look at it, or ask again.");
    }

    Reply read(Call call) {
        UUID id = call.id("id");
        Form form = Form.of(call.accept(Form.mediaTypes()));
        Transcript transcript = TranscriptTable.find(call.scope(), id).orElseThrow(Refusal::notFound);
        List<Spoken> utterances = TranscriptTable.utterances(call.scope(), id);
        boolean consent = consents.given(call.scope(), transcript.appointmentId());
        return form.reply(transcript, utterances, consent)
                .header("Vary", "Accept")
                .about(id);
    }

    Reply list(Call call) {
        UUID recording = call.id("id");
        Page page = call.page();
        RecordingCard card = recordings.find(call.scope(), recording).orElseThrow(Refusal::notFound);
        boolean consent = consents.given(call.scope(), card.appointmentId());
        Page.Of<Transcript> found = page.of(TranscriptTable.list(call.scope(), recording, page), Transcript::position);
        List<Transcript.Item> items = found.items().stream()
                .map(transcript -> transcript.item(consent))
                .toList();
        return Reply.ok(new Page.Of<>(items, found.nextCursor()))
                .about(items.stream().map(Transcript.Item::id).toList());
    }

    static String address(UUID id) {
        return "/v1/transcripts/" + id;
    }

    /** Everything is optional, so the body is too. */
    private static TranscriptInput input(Call call) {
        boolean nothing = call.contentType().isEmpty() && call.rawBody().length == 0;
        return nothing ? TranscriptInput.NOTHING : call.body(TranscriptInput.class);
    }

    private Transcript queued(RecordingCard recording, TranscriptionRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Transcript(
                UuidV7.at(now),
                recording.id(),
                recording.appointmentId(),
                Status.QUEUED,
                0,
                engine.name(),
                request.language().isEmpty() ? "und" : request.language(),
                null,
                VendorCopy.NONE,
                now,
                1);
    }
}
