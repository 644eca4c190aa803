package com.klinity.platform.server;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Sends what is in memory until it is sent: in pieces, of which no copies are made, and not for longer than its length
 * allows.
 *
 * @param grace for any answer
 * @param rate  least bytes a second beyond that
 */
record AnswerPace(Duration grace, int rate) {

    /** What is sent at once; a shorter answer is one piece with its head. */
    private static final int PIECE = 65_536;

    private static final double SECOND = 1e9;

    /**
     * Blocks until it is sent.
     *
     * @throws CloseConnectionException when the caller takes it too slowly or has gone
     */
    void send(ServerResponse response, byte[] bytes) {
        if (bytes.length <= PIECE) {
            response.send(bytes);
            return;
        }
        response.contentLength(bytes.length);
        try {
            OutputStream out = response.outputStream();
            write(out, bytes);
            out.close(); // at a good end only: a part is never to look whole
        } catch (IOException | UncheckedIOException e) {
            throw new CloseConnectionException("the answer could not be sent", e);
        }
    }

    void write(OutputStream out, byte[] bytes) throws IOException {
        long begun = System.nanoTime();
        for (int at = 0; at < bytes.length; at += PIECE) {
            if (System.nanoTime() - begun > grace.toNanos() + at / (double) rate * SECOND) {
                throw new CloseConnectionException("the caller takes its answer too slowly");
            }
            out.write(bytes, at, Math.min(PIECE, bytes.length - at));
        }
    }
}
