package com.klinity.identity.local;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in and the refresh tokens that follow each other in it: a family, of which only the latest works, and for some
 * seconds the one before it.
 *
 * @param id        random
 * @param tokenHash Base64 of the latest refresh token's hash
 * @param at        when the code was confirmed
 * @param expires   when the latest refresh token ends
 * @param changed   when the latest refresh token followed the one before it; null for the first one
 */
record SignIn(
        String id,
        String tokenHash,
        Instant at,
        Instant expires,
        @Nullable Instant changed) {}
