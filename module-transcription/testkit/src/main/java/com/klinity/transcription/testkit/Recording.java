package com.klinity.transcription.testkit;

import com.klinity.transcription.spi.AudioSource;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** A recording in memory that counts its open streams. Safe for use by several threads. */
public final class Recording implements AudioSource {
    private final String contentType;
    private final byte[] bytes;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    /**
     * A recording of these bytes.
     *
     * @param contentType declared media type
     * @param bytes not copied: leave them as they are
     */
    public Recording(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    /**
     * A text that claims to be a recording.
     *
     * @return a recording no engine can take
     */
    public static Recording notAudio() {
        byte[] text = "This is a letter and not a recording.\n".repeat(200).getBytes(StandardCharsets.US_ASCII);
        return new Recording("audio/wav", text);
    }

    /**
     * The beginning of this recording.
     *
     * @param length how many bytes of it
     * @return a recording that was cut short
     */
    public Recording cutTo(long length) {
        return new Recording(contentType, Arrays.copyOf(bytes, Math.toIntExact(length)));
    }

    /**
     * How often it was opened.
     *
     * @return the number of calls of {@link #open()}
     */
    public int timesOpened() {
        return opened.get();
    }

    /**
     * How many streams were opened and not closed.
     *
     * @return 0 when all are closed
     */
    public int stillOpen() {
        return opened.get() - closed.get();
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        opened.incrementAndGet();
        return new Counted(new ByteArrayInputStream(bytes));
    }

    private final class Counted extends FilterInputStream {
        private boolean isClosed;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (!isClosed) {
                isClosed = true;
                closed.incrementAndGet();
            }
        }
    }
}
