package com.klinity.transcription;

import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The forms a transcript is given in, by media type; the first one is the usual one. */
enum Form {
    /** The whole resource. */
    JSON("application/json") {
        @Override
        Reply reply(Transcript transcript, List<Spoken> utterances, boolean consent) {
            return Reply.ok(transcript.view(utterances, consent)).etag(transcript.version());
        }
    },
    /** Captions for web players. */
    VTT("text/vtt") {
        @Override
        Reply reply(Transcript transcript, List<Spoken> utterances, boolean consent) {
            return text(transcript, Captions.vtt(utterances), consent);
        }
    },
    /** Captions for other players. */
    SRT("application/x-subrip") {
        @Override
        Reply reply(Transcript transcript, List<Spoken> utterances, boolean consent) {
            return text(transcript, Captions.srt(utterances), consent);
        }
    },
    /** For people. */
    PLAIN("text/plain") {
        @Override
        Reply reply(Transcript transcript, List<Spoken> utterances, boolean consent) {
            return text(transcript, Captions.plain(utterances), consent);
        }
    };

    private final String mediaType;

    Form(String mediaType) {
        this.mediaType = mediaType;
    }

    static List<String> mediaTypes() {
        return Arrays.stream(values()).map(form -> form.mediaType).toList();
    }

    static Form of(String mediaType) {
        return Arrays.stream(values())
                .filter(form -> form.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    /** There is nothing to read or correct before the end. */
    static void requireText(Transcript transcript) {
        if (transcript.status() != Status.COMPLETED) {
            throw Refusal.conflict("not-completed", "The transcript has no text yet; follow its events.");
        }
    }

    /**
     * A transcript in this form.
     *
     * @param consent whether there is still consent to it; if not, the answer says so
     */
    abstract Reply reply(Transcript transcript, List<Spoken> utterances, boolean consent);

    /** Each form has an entity tag of its own, since the bytes differ (RFC 9110 §8.8.3). */
    Reply text(Transcript transcript, String text, boolean consent) {
        requireText(transcript);
        String etag = "\"" + transcript.version() + "-" + name().toLowerCase(Locale.ROOT) + "\"";
        Reply reply = Reply.bytes(mediaType + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8))
                .header("ETag", etag);
        return consent ? reply : reply.header("X-Consent-Withdrawn", "true");
    }
}
