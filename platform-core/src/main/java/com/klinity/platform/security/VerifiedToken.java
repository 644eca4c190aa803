package com.klinity.platform.security;

import java.time.Instant;
import java.util.UUID;

/**
 * What a genuine access token says.
 *
 * @param subject the {@code sub} claim: the account id
 * @param issuedAt the {@code iat} claim, or {@code auth_time} where the profile goes by that; issuers write whole
 *     seconds, so a token of the second in which its account signed out everywhere can't be told from a later one
 * @param expiresAt the {@code exp} claim, without leeway
 * @param tokenId the {@code jti} claim, printable and of 255 characters at most; empty where the issuer gives none
 */
public record VerifiedToken(UUID subject, Instant issuedAt, Instant expiresAt, String tokenId) {}
