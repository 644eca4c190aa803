package com.klinity.documents;

import com.klinity.documents.spi.DraftRequest;
import com.klinity.documents.spi.Topic;
import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Disclosure;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * The form by which the audit log knows what a drafter was handed: the request as a JSON object with the names of {@link
 * DraftRequest}, in the canonical form of RFC 8785 (members sorted, no white space, UTF-8). So whoever has the transcript
 * and the template can compute length and hash again, whatever the vendor makes of the request.
 */
record DraftForm(String canonical) {

    static DraftForm of(DraftRequest request) {
        return new DraftForm(CanonicalJson.of(Map.of(
                "language", request.language(),
                "sections", request.sections().stream().map(DraftForm::section).toList(),
                "utterances",
                        request.utterances().stream().map(DraftForm::utterance).toList())));
    }

    /** As handed to that drafter. */
    Disclosure disclosed(UUID transcript, Adapter drafter) {
        byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
        return Disclosure.of("Transcript", transcript, drafter, bytes.length, ContentHash.sha256(bytes));
    }

    private static Map<String, Object> section(DraftRequest.Section section) {
        return Map.of(
                "key", section.key(),
                "title", section.title(),
                "guidance", section.guidance(),
                "topics", section.topics().stream().map(Topic::name).toList());
    }

    private static Map<String, Object> utterance(DraftRequest.Utterance utterance) {
        return Map.of(
                "index", utterance.index(),
                "speaker", utterance.speaker(),
                "startMs", utterance.startMs(),
                "endMs", utterance.endMs(),
                "text", utterance.text());
    }
}
