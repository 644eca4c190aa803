package com.klinity.documents;

import com.klinity.documents.rendering.Printable;
import com.klinity.platform.spi.Rules;
import java.util.List;
import java.util.stream.Collectors;

/** Tells which characters paper cannot show, so that nothing is signed that would be printed as something else. */
final class Paper {

    private static final int MOST_NAMED = 10;

    private Paper() {}

    /** Adds a fault when a text has characters that no font draws rightly. Names them by their code points. */
    static void check(Rules rules, String pointer, String text) {
        List<Integer> missing = Printable.missing(text);
        if (!missing.isEmpty()) {
            String named = missing.stream()
                    .limit(MOST_NAMED)
                    .map(character -> String.format("U+%04X", character))
                    .collect(Collectors.joining(", "));
            rules.require(
                    pointer,
                    false,
                    "has characters that cannot be printed: " + named
                            + (missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : "")
                            + "; write them in another way");
        }
    }

    /** Everything that stands on a document's paper. */
    static void check(Rules rules, Document document, Header header) {
        check(rules, "/title", document.title());
        check(rules, "/template/name", document.template().name());
        check(rules, "/header/patientName", header.patientName());
        if (header.patientExternalId() != null) {
            check(rules, "/header/patientExternalId", header.patientExternalId());
        }
        for (Section section : document.sections()) {
            check(rules, "/sections/" + section.key() + "/title", section.title());
            check(rules, "/sections/" + section.key() + "/text", section.text());
        }
        if (header.practitioner() != null) {
            check(rules, "/header/practitioner", header.practitioner().shown());
        }
        for (int i = 0; i < document.addenda().size(); i++) {
            check(rules, "/addenda/" + i + "/text", document.addenda().get(i).text());
        }
    }
}
