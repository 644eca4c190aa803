package com.klinity.platform.server.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes answers to a caller: tells when one is the connection's last, and puts it into a form that HTTP/1.0 knows where
 * the request came in that. One thread at a time.
 */
final class AnswerWriter implements DataWriter {

    private static final int SERVER_ERROR = 500;
    private static final int UNSUPPORTED = 415;

    private final Caller caller;
    private final RequestFeed requests;
    private final Chunks chunks = new Chunks();
    private boolean unchunking;
    private boolean silent;

    AnswerWriter(Caller caller, RequestFeed requests) {
        this.caller = caller;
        this.requests = requests;
    }

    @Override
    public void write(BufferData... buffers) {
        for (BufferData buffer : buffers) {
            write(buffer);
        }
    }

    @Override
    public void write(BufferData buffer) {
        if (!requests.isAnswering()) {
            begin(buffer);
        } else if (unchunking) {
            unchunk(buffer.readBytes());
        } else if (!silent) {
            caller.write(buffer);
        }
    }

    private void begin(BufferData buffer) {
        boolean last = requests.answerBegins();
        boolean unchanged = AnswerHead.isUnchanged(buffer);
        silent = requests.isHeadOnly() || unchanged;
        if (last || silent) {
            rewritten(buffer.readBytes(), last, unchanged);
        } else {
            caller.write(buffer);
        }
    }

    private void rewritten(byte[] bytes, boolean last, boolean unchanged) {
        AnswerHead whole = AnswerHead.of(bytes);
        AnswerHead head = unchanged ? whole.withoutLength() : whole;
        unchunking = !silent && requests.isHttp10() && head.isChunked();
        byte[] first = last ? head.closing(unchunking) : head.bytes();
        if (silent || unchunking) {
            caller.write(BufferData.create(first));
            unchunk(silent ? new byte[0] : Arrays.copyOfRange(bytes, head.behind(), bytes.length));
        } else {
            byte[] all = Arrays.copyOf(first, first.length + bytes.length - head.behind());
            System.arraycopy(bytes, head.behind(), all, first.length, bytes.length - head.behind());
            caller.write(BufferData.create(all));
        }
    }

    private void unchunk(byte[] bytes) {
        int at = 0;
        try {
            while (at < bytes.length && !chunks.isEnded()) {
                at = chunks.read(bytes, at, bytes.length);
                int length = (int) Math.min(chunks.data(), bytes.length - at);
                if (length > 0) {
                    caller.write(BufferData.create(bytes, at, length));
                    chunks.took(length);
                    at += length;
                }
            }
        } catch (Fault fault) {
            throw new CloseConnectionException("the answer is framed badly: " + fault.getMessage());
        }
    }

    /** Sends what asks the caller to go on; HTTP/1.0 does not know that. */
    @Override
    public void writeNow(BufferData buffer) {
        requests.toldToContinue();
        if (!requests.isHttp10()) {
            caller.write(buffer);
        }
    }

    @Override
    public void writeNow(BufferData... buffers) {
        for (BufferData buffer : buffers) {
            writeNow(buffer);
        }
    }

    /** Answers what is no request; the id is for the log. */
    UUID refuse(Fault fault) {
        Status status = Status.create(fault.status());
        String slug = fault.status() > SERVER_ERROR
                ? "not-supported"
                : fault.status() == UNSUPPORTED ? "unsupported-media-type" : "malformed-request";
        LowProblem told = LowProblem.of(
                fault.status(), slug, "The request could not be read", "The server found " + fault.getMessage() + ".");
        String problem = told.json();
        String head = "HTTP/1.1 " + fault.status() + " " + status.reasonPhrase()
                + "\r\n"
                + "X-Request-Id: " + told.id()
                + "\r\n"
                + "Content-Type: application/problem+json\r\n"
                + "Cache-Control: no-store\r\n"
                + "X-Content-Type-Options: nosniff\r\n"
                + "Content-Length:"
                + " " + problem.length() + "\r\nConnection: close\r\n\r\n";
        try {
            caller.write(BufferData.create((head + problem).getBytes(StandardCharsets.US_ASCII)));
        } catch (UncheckedIOException | CloseConnectionException e) {
            // the caller has gone; there is nobody to tell
        }
        return told.id();
    }
}
