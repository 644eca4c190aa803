package com.klinity.identity.local;

import com.klinity.platform.spi.Rules;
import org.jspecify.annotations.Nullable;

/** {@code {email}}. */
record EmailBody(@Nullable String email) {

    EmailBody {
        Rules rules = new Rules().present("/email", email);
        if (email != null) {
            rules.require("/email", EmailAddress.parse(email).isPresent(), "must be an e-mail address");
        }
        rules.enforce();
    }

    EmailAddress address() {
        return EmailAddress.parse(String.valueOf(email)).orElseThrow();
    }
}
