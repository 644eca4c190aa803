package com.klinity.transcription;

import com.klinity.media.api.RecordingCard;
import com.klinity.media.api.Recordings;
import com.klinity.media.spi.BlobFailure;
import com.klinity.transcription.spi.AudioSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.Supplier;

/** A stored recording for an engine to read. To the engine a failing store is an unreadable recording. */
final class RecordedAudio implements AudioSource {

    private final Recordings recordings;
    private final UUID account;
    private final RecordingCard card;
    private volatile boolean storeFailedForNow;

    RecordedAudio(Recordings recordings, UUID account, RecordingCard card) {
        this.recordings = recordings;
        this.account = account;
        this.card = card;
    }

    @Override
    public String contentType() {
        return card.contentType();
    }

    @Override
    public long length() {
        return card.bytes();
    }

    @Override
    public InputStream open() throws IOException {
        return new Content(told(() -> recordings.content(account, card.id())));
    }

    /** Whether the store failed in a way that passes by itself. */
    boolean storeFailedForNow() {
        return storeFailedForNow;
    }

    private <T> T told(Supplier<T> work) throws IOException {
        try {
            return work.get();
        } catch (BlobFailure e) {
            throw unreadable(e);
        }
    }

    private IOException unreadable(BlobFailure failure) {
        storeFailedForNow = failure.retryable();
        return new IOException("the recording could not be read from its store", failure);
    }

    private final class Content extends InputStream {

        private final InputStream in;

        Content(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (BlobFailure e) {
                throw unreadable(e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
