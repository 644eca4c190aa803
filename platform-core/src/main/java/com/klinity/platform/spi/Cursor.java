package com.klinity.platform.spi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The opaque form of a {@link Page.Position}.
 *
 * @param list     the {@link Page#list()} that it belongs to
 * @param position where it is in that list
 */
public record Cursor(long list, Page.Position position) {

    private static final int LENGTH = 4 * Long.BYTES;

    /** In characters; a URL must stay one that every proxy lets through. */
    private static final int LONGEST = 1_500;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** The {@link Page#list()} of a list that is named so, whatever the server. */
    public static long listOf(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String encode(long list, Page.Position position) {
        byte[] more = Base64.getUrlDecoder().decode(position.more());
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH + more.length)
                .putLong(list)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.at()))
                .putLong(position.id().getMostSignificantBits())
                .putLong(position.id().getLeastSignificantBits())
                .put(more);
        return ENCODER.encodeToString(bytes.array());
    }

    /** What it stands for, or empty when the text is no cursor. */
    public static Optional<Cursor> decode(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length < LENGTH ? Optional.empty() : Optional.of(read(ByteBuffer.wrap(bytes)));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Cursor read(ByteBuffer bytes) {
        long list = bytes.getLong();
        Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        byte[] more = new byte[bytes.remaining()];
        bytes.get(more);
        return new Cursor(list, new Page.Position(at, id, ENCODER.encodeToString(more)));
    }
}
