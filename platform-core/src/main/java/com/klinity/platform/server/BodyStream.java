package com.klinity.platform.server;

import com.klinity.platform.database.OnlySql;
import com.klinity.platform.spi.Refusal;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A body that tells a caller who hangs up, or frames badly, as an {@link IOException}: Helidon's own tells it unchecked. */
final class BodyStream extends FilterInputStream {

    private static final int PIECE = 8_192;

    BodyStream(InputStream helidon) {
        super(helidon);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        OnlySql.refuse("reading the caller's body");
        try {
            return super.read(buffer, offset, length);
        } catch (RequestException e) {
            if (e.status().code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()) {
                throw Refusal.tooLarge(ListenerSettings.LONGEST_BODY);
            }
            throw brokenOff(e);
        } catch (DataReader.InsufficientDataAvailableException | CloseConnectionException | UncheckedIOException e) {
            throw brokenOff(e);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return count <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(count, PIECE)]));
    }

    @Override
    public int available() {
        return 0;
    }

    /** Leaves the rest to the door, which knows whether it is worth reading. */
    @Override
    public void close() {}

    private static IOException brokenOff(RuntimeException e) {
        return new IOException("the body ended before it was complete", e);
    }
}
