package com.klinity.transcription;

import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a practitioner made of a transcript, kept beside the original, so that each correction can be taken back. A patch
 * of a transcript is a JSON Merge Patch (RFC 7396) of this:
 *
 * <pre>{@code
 * {"speakers": {"A": "Dr. Souza"}, "utterances": {"3": {"text": "Ten milligrams.", "speaker": "Patient"}}}
 * }</pre>
 *
 * <p>{@code null} takes a correction back: {@code {"utterances": {"3": null}}} restores utterance 3 as it was heard.
 *
 * @param speakers   names by the label that the engine gave, which may be the empty one
 * @param utterances by index from 0; a speaker here wins over {@code speakers}
 */
record Corrections(Map<String, String> speakers, Map<String, One> utterances) {

    static final Corrections NONE = new Corrections(Map.of(), Map.of());

    private static final int NAME_MOST = 200;
    private static final int TEXT_MOST = 10_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** A correction of one utterance; what is null stays as it was heard. */
    record One(@Nullable String text, @Nullable String speaker) {
        One {
            Rules rules = new Rules();
            if (text != null) {
                rules.text("/text", text, TEXT_MOST);
            }
            if (speaker != null) {
                name(rules, "/speaker", speaker);
            }
            rules.enforce();
        }

        private boolean isNothing() {
            return text == null && speaker == null;
        }
    }

    /** Copies the maps; what was taken back is left out. */
    Corrections(@Nullable Map<String, String> speakers, @Nullable Map<String, One> utterances) {
        this.speakers = Map.copyOf(Objects.requireNonNullElse(speakers, Map.of()));
        this.utterances = Objects.requireNonNullElse(utterances, Map.<String, One>of()).entrySet().stream()
                .filter(entry -> !entry.getValue().isNothing())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        Rules rules = new Rules();
        this.speakers.forEach((label, name) -> name(rules, "/speakers/" + token(label), name));
        rules.enforce();
    }

    /**
     * What was heard, as corrected.
     *
     * @throws Refusal 422 when a correction is about something that is not there
     */
    List<Spoken> of(List<Spoken> original) {
        List<FieldError> strangers = strangers(original);
        if (!strangers.isEmpty()) {
            throw Refusal.invalid(strangers);
        }
        return IntStream.range(0, original.size())
                .mapToObj(index -> corrected(original.get(index), utterances.get(Integer.toString(index))))
                .toList();
    }

    private Spoken corrected(Spoken heard, @Nullable One one) {
        Spoken named = heard.by(speakers.getOrDefault(heard.speaker(), heard.speaker()));
        if (one == null) {
            return named;
        }
        return named.by(Objects.requireNonNullElse(one.speaker(), named.speaker()))
                .saying(Objects.requireNonNullElse(one.text(), named.text()));
    }

    private List<FieldError> strangers(List<Spoken> original) {
        List<String> indices =
                IntStream.range(0, original.size()).mapToObj(Integer::toString).toList();
        List<String> labels = original.stream().map(Spoken::speaker).distinct().toList();
        return Stream.concat(
                        errors("/speakers/", speakers, labels, "must be the label of a speaker as it was heard"),
                        errors("/utterances/", utterances, indices, "must be the index of an utterance, from 0"))
                .toList();
    }

    private static Stream<FieldError> errors(String below, Map<String, ?> given, List<String> known, String detail) {
        List<String> unknown = new ArrayList<>(given.keySet());
        unknown.removeAll(known);
        return unknown.stream().sorted().map(key -> new FieldError(below + token(key), detail));
    }

    private static void name(Rules rules, String pointer, String name) {
        rules.text(pointer, name, NAME_MOST)
                .require(pointer, !CONTROL.matcher(name).find(), "must be one line of plain text");
    }

    /** A name within a JSON Pointer (RFC 6901 §3). */
    private static String token(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
