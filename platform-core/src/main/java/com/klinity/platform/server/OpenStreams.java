package com.klinity.platform.server;

import com.klinity.platform.database.Identity;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.StreamWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The answers that this server is sending to accounts right now, and the bodies it takes in. Safe for many threads. */
public final class OpenStreams {

    /** Answers of this kind end when their caller goes. */
    private static final String EVENTS = "text/event-stream";

    private final Set<OpenStream> open = new HashSet<>();
    private boolean closed;
    private boolean eventsFinished;

    /** None so far. */
    public OpenStreams() {}

    /** The same answer, cut as soon as the account may no longer act. What is sent in one piece is left as it is. */
    Reply watched(Reply reply, Identity identity) {
        return switch (reply.body()) {
            case Reply.Stream stream ->
                with(
                        reply,
                        new Reply.Stream(
                                stream.mediaType(),
                                stream.length(),
                                out -> write(new OpenStream(identity, OpenStream.Flow.ANSWER), out, stream.writer())));
            case Reply.Live live ->
                with(
                        reply,
                        new Reply.Live(
                                live.mediaType(),
                                (out, reads) -> write(
                                        new OpenStream(identity, flow(live)),
                                        out,
                                        inner -> live.writer().writeTo(inner, reads))));
            case Reply.Empty _, Reply.After _, Reply.Json _, Reply.Bytes _, Reply.Rendered _ -> reply;
        };
    }

    /** Whether it goes on reading until it has sent all there is. */
    static boolean takesOut(Reply reply) {
        return reply.body() instanceof Reply.Live live && flow(live) == OpenStream.Flow.ANSWER;
    }

    private static Reply with(Reply reply, Reply.Body body) {
        return new Reply(reply.status(), reply.headers(), body, reply.touched(), reply.details());
    }

    /** A writer may return as if all were well when it is interrupted, so only the stream itself knows whether it was. */
    private void write(OpenStream stream, OutputStream out, StreamWriter writer) throws IOException {
        begin(stream);
        try {
            OutputStream guarded = new GuardedOutput(out, stream);
            writer.writeTo(guarded);
            guarded.flush();
        } catch (RuntimeException e) {
            stream.requireUncut();
            throw e;
        } finally {
            end(stream);
        }
        stream.requireUncut();
    }

    /**
     * The same body, cut as soon as the account may no longer act; watched until its end or its close. It goes on while
     * the database cannot be asked, since nothing of it counts before the account is looked at again.
     */
    CutInput reading(Identity identity, InputStream body) throws IOException {
        OpenStream stream = new OpenStream(identity, OpenStream.Flow.BODY);
        begin(stream);
        return new CutInput(body, stream, () -> end(stream));
    }

    private static OpenStream.Flow flow(Reply.Live live) {
        return live.mediaType().startsWith(EVENTS) ? OpenStream.Flow.EVENTS : OpenStream.Flow.ANSWER;
    }

    private synchronized void begin(OpenStream stream) throws IOException {
        if (closed) {
            throw new IOException("nobody watches over the account");
        }
        if (eventsFinished && stream.flow() == OpenStream.Flow.EVENTS) {
            throw new IOException("the server stops");
        }
        open.add(stream);
        notifyAll();
    }

    private synchronized void end(OpenStream stream) {
        open.remove(stream);
        stream.end();
    }

    /** Waits until there is one. */
    synchronized void awaitAny() throws InterruptedException {
        while (open.isEmpty()) {
            wait();
        }
    }

    synchronized List<OpenStream> all() {
        return List.copyOf(open);
    }

    /** Ends the streams of events, and lets none begin: their callers connect elsewhere again. Others go on. */
    synchronized void finishEvents() {
        eventsFinished = true;
        open.stream().filter(stream -> stream.flow() == OpenStream.Flow.EVENTS).forEach(OpenStream::cut);
    }

    /** Cuts all, and every later one at its beginning. */
    synchronized void close() {
        closed = true;
        open.forEach(OpenStream::cut);
    }
}
