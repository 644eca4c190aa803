package com.klinity.identity.local;

import java.time.Instant;

/**
 * One sign-in and the refresh tokens that follow each other in it: a family, of which only the latest works.
 *
 * @param id        random
 * @param tokenHash Base64 of the latest refresh token's hash
 * @param at        when the code was confirmed
 * @param expires   when the latest refresh token ends
 */
record SignIn(String id, String tokenHash, Instant at, Instant expires) {}
