package com.klinity.platform.server;

import com.klinity.platform.spi.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A body on its way into memory, which takes no more than has come of it, whatever was declared. */
final class ReceivedBytes {

    private static final int FIRST = 1_024;
    private static final int LARGEST = 1 << 14;

    private final int most;
    private final Memory.Hold hold;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] piece = {};
    private int filled;
    private int before;

    /**
     * Nothing so far.
     *
     * @param most bytes that may come
     * @param hold is kept as large as what is here
     */
    ReceivedBytes(int most, Memory.Hold hold) {
        this.most = most;
        this.hold = hold;
    }

    /**
     * Looks at what was declared.
     *
     * @throws Refusal 413
     */
    void expect(long declared) {
        if (declared > most) {
            throw Refusal.tooLarge(most);
        }
    }

    /**
     * Reads on.
     *
     * @return false at the end
     * @throws Refusal 413, or 429 or 503 when there is no memory for it
     */
    boolean readFrom(InputStream in) throws IOException {
        if (filled == piece.length) {
            grow();
        }
        int read = in.read(piece, filled, piece.length - filled);
        if (read < 0) {
            return false;
        }
        filled += read;
        expect((long) before + filled);
        return true;
    }

    private void grow() {
        int next = Math.min(Math.max(FIRST, before + filled), LARGEST);
        hold.resize((long) before + filled + next);
        if (filled > 0) {
            full.add(piece);
        }
        before += filled;
        piece = new byte[next];
        filled = 0;
    }

    /** All of it. */
    byte[] whole() {
        byte[] whole = new byte[before + filled];
        int at = 0;
        for (byte[] each : full) {
            System.arraycopy(each, 0, whole, at, each.length);
            at += each.length;
        }
        System.arraycopy(piece, 0, whole, at, filled);
        return whole;
    }
}
