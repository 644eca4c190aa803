package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refresh token: where its hash is kept, and 256 random bits that prove it. Needs no salt, having nothing to guess.
 *
 * @param user   whose it is
 * @param signIn which sign-in it belongs to
 * @param secret 43 characters of Base64url
 */
record RefreshToken(UUID user, String signIn, String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int SIGN_IN_BYTES = 12;
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([\\w-]{16})\\.([\\w-]{43})");

    static RefreshToken ofNewSignIn(UUID user) {
        return new RefreshToken(user, random(SIGN_IN_BYTES), random(SECRET_BYTES));
    }

    static Optional<RefreshToken> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new RefreshToken(UUID.fromString(form.group(1)), form.group(2), form.group(3)))
                : Optional.empty();
    }

    /**
     * The one that follows, always the same: so whoever asks twice gets one answer, and nothing has to be kept of it. Only
     * who has the key can tell it from this one.
     */
    RefreshToken successor(SuccessorKey key) {
        return new RefreshToken(user, signIn, base64(key.secretAfter(this)));
    }

    String text() {
        return user + "." + signIn + "." + secret;
    }

    String hash() {
        return Base64.getEncoder().encodeToString(rawHash());
    }

    /** In constant time. */
    boolean isLatestOf(SignIn stored) {
        return MessageDigest.isEqual(rawHash(), Base64.getDecoder().decode(stored.tokenHash()));
    }

    private byte[] rawHash() {
        return Digests.sha256(secret.getBytes(US_ASCII));
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "RefreshToken[•••]";
    }
}
