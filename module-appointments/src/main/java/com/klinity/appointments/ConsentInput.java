package com.klinity.appointments;

import com.klinity.platform.spi.Rules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a practitioner says of a consent. */
record ConsentInput(
        Boolean given,
        @Nullable ConsentMethod method,
        @Nullable Instant at,
        @Nullable String text,
        @Nullable String textVersion,
        @Nullable Boolean ai) {

    ConsentInput {
        Rules rules = new Rules();
        new Consent(given, at, method, ai).check(rules, "");
        new Wording(text, textVersion).check(rules);
        rules.enforce();
    }

    Consent consent() {
        return new Consent(given, at, method, ai);
    }

    Wording wording() {
        return new Wording(text, textVersion);
    }
}
