package com.klinity.platform.server;

import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.StreamWriter;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Step 10: puts an answer on the wire. Called only after the commit. */
final class Replies {

    private final JacksonJson json;
    private final AnswerPace pace;

    Replies(JacksonJson json, AnswerPace pace) {
        this.json = json;
        this.pace = pace;
    }

    /** Header fields that every answer has. */
    static void always(ServerResponse response, UUID requestId) {
        response.header("X-Request-Id", requestId.toString());
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Cache-Control", "no-store");
    }

    /**
     * Sends an answer.
     *
     * @param reads the caller's account, for answers that read on
     * @throws Refusal what a stream ran into before its first byte; nothing was sent
     * @throws DatabaseFailure likewise
     */
    void send(ServerResponse response, Reply reply, Reads reads) {
        switch (reply.body()) {
            case Reply.Empty empty -> {
                begin(response, reply);
                response.send();
            }
            case Reply.Bytes bytes -> {
                begin(response, reply);
                sendBytes(response, bytes.mediaType(), bytes.bytes());
            }
            case Reply.Json _, Reply.Rendered _, Reply.After _ ->
                throw new IllegalStateException("made before, in bounded time");
            case Reply.Stream stream -> stream(response, reply, stream.mediaType(), stream.length(), stream.writer());
            case Reply.Live live ->
                stream(
                        response,
                        reply,
                        live.mediaType(),
                        OptionalLong.empty(),
                        out -> live.writer().writeTo(out, reads));
        }
    }

    /** Sends a refusal as a problem document (RFC 9457). */
    void send(ServerResponse response, Refusal refusal, UUID requestId) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "https://klinity.com/problems/" + refusal.slug());
        problem.put("title", refusal.title());
        problem.put("status", refusal.status());
        problem.put("detail", refusal.detail());
        problem.put("requestId", requestId);
        if (!refusal.errors().isEmpty()) {
            problem.put("errors", refusal.errors());
        }
        refusal.headers().forEach(response::header);
        response.status(refusal.status());
        sendBytes(response, "application/problem+json", json.bytes(problem));
    }

    /** The same from another thread, for a call that does not come back; nothing follows on its connection. */
    void aside(ServerResponse response, Refusal refusal, UUID requestId) {
        try {
            response.header("Connection", "close");
            send(response, refusal, requestId);
        } catch (UncheckedIOException | IllegalStateException e) {
            System.getLogger(Replies.class.getName())
                    .log(System.Logger.Level.DEBUG, "the caller of an overdue call is gone: {0}", e.getClass());
        }
    }

    private void sendBytes(ServerResponse response, String mediaType, byte[] bytes) {
        response.header("Content-Type", mediaType);
        pace.send(response, bytes);
    }

    private static void begin(ServerResponse response, Reply reply) {
        response.status(reply.status());
        reply.headers().forEach((name, value) -> response.header(HeaderValues.create(HeaderNames.create(name), value)));
    }

    /** A stream that breaks off is cut, so that the caller never takes a part for the whole. */
    private static void stream(
            ServerResponse response, Reply reply, String mediaType, OptionalLong length, StreamWriter writer) {
        AnswerOutput out = new AnswerOutput(() -> {
            begin(response, reply);
            response.header("Content-Type", mediaType);
            length.ifPresent(response::contentLength);
            return response.outputStream();
        });
        try {
            writer.writeTo(out);
            out.close();
        } catch (IOException | UncheckedIOException e) {
            throw cut(e);
        } catch (Refusal | DatabaseFailure e) {
            throw out.isBegun() ? cut(e) : e;
        }
    }

    private static CloseConnectionException cut(Exception cause) {
        return new CloseConnectionException("the answer's stream ended early", cause);
    }
}
