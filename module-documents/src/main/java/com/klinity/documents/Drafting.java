package com.klinity.documents;

import com.klinity.documents.spi.Draft;
import com.klinity.documents.spi.DraftFailure;
import com.klinity.documents.spi.DraftRequest;
import com.klinity.platform.spi.Discloser;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Scope;
import com.klinity.transcription.api.TranscriptCard;
import com.klinity.transcription.api.Transcripts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** Has a transcript drafted into a template's sections. */
final class Drafting {

    private static final System.Logger LOG = System.getLogger(Drafting.class.getName());
    /** A transcript whose language nobody knows is taken to be in the template's. */
    private static final String UNDETERMINED = "und";

    private static final String POINTER = "/fromTranscriptId";

    private final Transcripts transcripts;
    private final ConfiguredDrafter drafter;

    Drafting(Transcripts transcripts, ConfiguredDrafter drafter) {
        this.transcripts = transcripts;
        this.drafter = drafter;
    }

    /**
     * A transcript of that appointment, ready to draft from.
     *
     * @throws Refusal 422 when the appointment has no such transcript, 409 when it is not completed
     */
    TranscriptCard transcript(Scope scope, UUID appointment, UUID id) {
        TranscriptCard transcript = transcripts
                .find(scope, id)
                .filter(found -> found.appointmentId().equals(appointment))
                .orElseThrow(() -> Refusal.invalid(POINTER, "must be a transcript of a recording of this appointment"));
        if (!transcript.completed()) {
            throw Refusal.conflict("transcript-not-ready", "Wait until the transcript is completed.");
        }
        return transcript;
    }

    /** What is known to be wrong with a draft before anybody reads it. */
    static List<Warning> warnings(Template template, TranscriptCard transcript) {
        String spoken = language(transcript.language());
        return spoken.equals(UNDETERMINED) || spoken.equals(language(template.language()))
                ? List.of()
                : List.of(new Warning(
                        "language-differs",
                        "What was said is in another language than the template; the drafted sentences are too."));
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().isEmpty()
                ? UNDETERMINED
                : Locale.forLanguageTag(tag).getLanguage();
    }

    Origin origin(TranscriptCard transcript) {
        return Origin.transcript(transcript.id(), drafter.name());
    }

    /**
     * The template's sections with what the drafter found for each; the others stay empty. What leaves this module for
     * that is in the audit log before.
     */
    List<Section> sections(Discloser discloser, Template template, TranscriptCard transcript) {
        DraftRequest request = request(template, transcript);
        if (!drafter.builtIn()) {
            discloser.disclose(DraftForm.of(request).disclosed(transcript.id(), drafter));
        }
        try {
            Draft draft = drafter.drafter().draft(request);
            return new DraftedSections(template, transcript).of(draft);
        } catch (DraftFailure failure) {
            LOG.log(System.Logger.Level.WARNING, "no draft: {0}: {1}", failure.code(), failure.getMessage());
            throw refusal(failure);
        }
    }

    private static DraftRequest request(Template template, TranscriptCard transcript) {
        return new DraftRequest(
                transcript.language().equals(UNDETERMINED) ? template.language() : transcript.language(),
                template.sections().stream()
                        .map(section -> new DraftRequest.Section(
                                section.key(),
                                section.title(),
                                Objects.requireNonNullElse(section.guidance(), ""),
                                section.topics()))
                        .toList(),
                transcript.lines().stream()
                        .map(line -> new DraftRequest.Utterance(
                                line.utterance(), line.speaker(), line.startMs(), line.endMs(), line.text()))
                        .toList());
    }

    private static Refusal refusal(DraftFailure failure) {
        return switch (failure.code()) {
            case LANGUAGE_NOT_SUPPORTED -> Refusal.invalid(POINTER, "is in a language that the drafter does not know");
            case DECLINED -> Refusal.invalid(POINTER, "was declined by the drafter");
            case UNAVAILABLE, UNUSABLE_ANSWER -> Refusal.unavailable();
        };
    }
}
