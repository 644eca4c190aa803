package com.klinity.documents;

import com.klinity.platform.spi.ReadableText;
import com.klinity.platform.spi.Rules;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Settings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold before a document is signed, told all at once.
 *
 * @param needsName whether somebody must have said who signs
 */
record Signing(boolean needsName) {

    private static final String KEY = "klinity.documents.practitioner";
    private static final String REQUIRED = "required";
    private static final String OPTIONAL = "optional";

    /** For evaluation one may sign before saying who one is; the paper then says that nobody was named. */
    static boolean needsName(Settings settings) {
        String fallback = settings.production() ? REQUIRED : OPTIONAL;
        String choice = settings.oneOf(KEY, fallback, Set.of(REQUIRED, OPTIONAL));
        if (choice.equals(OPTIONAL)) {
            settings.evaluationOnly(KEY, OPTIONAL);
        }
        return choice.equals(REQUIRED);
    }

    /**
     * What is to be signed.
     *
     * @param header what the signature keeps beside the content
     */
    record Ready(Document draft, Header header, List<Warning> warnings, SignInput input) {}

    /** Of a draft, as it is kept and as it is shown. */
    static Ready ready(Scope scope, Document draft, Document shown, SignInput input) {
        Optional<Practitioner> practitioner = PractitionerTable.find(scope).map(PractitionerTable.Stored::practitioner);
        List<Warning> warnings = Absent.toEmpty(shown.warnings());
        Header header = Objects.requireNonNull(shown.header()).signed(practitioner.orElse(null), warnings);
        return new Ready(draft, header, warnings, input);
    }

    /**
     * Reads fonts.
     *
     * @throws com.klinity.platform.spi.Refusal 422 when it cannot be signed, with every reason
     */
    void check(Ready ready) {
        Rules rules = new Rules()
                .require(
                        "/sections",
                        ready.draft().sections().stream().anyMatch(section -> ReadableText.isVisible(section.text())),
                        "must not all be empty; write what is to be signed")
                .require(
                        "/header/practitioner",
                        ready.header().practitioner() != null || !needsName,
                        "is missing; say who signs, by name and registration, with PUT /v1/practitioner");
        ready.input().check(rules, ready.warnings());
        Paper.check(rules, ready.draft(), ready.header());
        rules.enforce();
    }
}
