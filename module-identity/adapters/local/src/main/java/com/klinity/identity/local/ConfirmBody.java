package com.klinity.identity.local;

import com.klinity.platform.spi.Rules;
import org.jspecify.annotations.Nullable;

/** {@code {email, code}}. */
record ConfirmBody(@Nullable String email, @Nullable String code) {

    private static final int LONGEST_CODE = 32;

    ConfirmBody {
        Rules rules = new Rules().present("/email", email).text("/code", code, LONGEST_CODE);
        if (email != null) {
            rules.require("/email", EmailAddress.parse(email).isPresent(), "must be an e-mail address");
        }
        rules.enforce();
    }

    EmailAddress address() {
        return EmailAddress.parse(String.valueOf(email)).orElseThrow();
    }

    String attempt() {
        return String.valueOf(code).strip();
    }

    @Override
    public String toString() {
        return "ConfirmBody[•••]";
    }
}
