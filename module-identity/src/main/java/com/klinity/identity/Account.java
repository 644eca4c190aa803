package com.klinity.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as its practitioner sees it.
 *
 * @param id    the token's {@code sub}
 * @param email absent until the identity provider has told it; access tokens carry none
 */
record Account(UUID id, @Nullable String email, Instant createdAt, AccountSettings settings) {

    Account withEmail(String known) {
        return new Account(id, known, createdAt, settings);
    }

    Account withSettings(AccountSettings changed) {
        return new Account(id, email, createdAt, changed);
    }
}
