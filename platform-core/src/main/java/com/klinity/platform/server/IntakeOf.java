package com.klinity.platform.server;

import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Upload;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A body that was taken in.
 *
 * @param received what the feature made of it
 * @param digest   SHA-256 of its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record IntakeOf<T>(T received, byte[] digest) {

    /**
     * Takes it in.
     *
     * @param watched the body
     * @param told    called now and then while it arrives
     */
    static <T> IntakeOf<T> receive(Upload<T> upload, Incoming call, CutInput watched, Runnable told) {
        try (watched;
                Beat beat = new Beat(watched, Beat.EVERY, () -> upload.urgent(call), told);
                DigestInputStream counted = new DigestInputStream(beat, sha256())) {
            T received = upload.receive(call, counted);
            return new IntakeOf<>(received, counted.getMessageDigest().digest());
        } catch (IOException e) {
            throw watched.isCut()
                    ? Refusal.unauthenticated()
                    : Refusal.malformed("The body ended before it was complete; nothing was stored.");
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
