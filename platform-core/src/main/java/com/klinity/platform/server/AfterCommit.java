package com.klinity.platform.server;

import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** What an answer still needs once its transaction is committed and its audit entry durable, and before it is sent. */
record AfterCommit(Deadlines deadlines, JacksonJson json) {

    private static final System.Logger LOG = System.getLogger(AfterCommit.class.getName());

    /**
     * The answer as it is sent.
     *
     * @throws Refusal when it could not be made
     */
    Reply made(Reply reply, Incoming call) {
        return switch (reply.body()) {
            case Reply.Json(Object value) -> with(reply, new Reply.Bytes("application/json", written(value, call)));
            case Reply.Rendered(String mediaType, Supplier<byte[]> bytes) ->
                with(reply, new Reply.Bytes(mediaType, rendered(bytes, call)));
            case Reply.After(Runnable step) -> {
                take(step, call);
                yield with(reply, new Reply.Empty());
            }
            default -> reply;
        };
    }

    private byte[] written(Object value, Incoming call) {
        try {
            return json.bytes(value);
        } catch (Exception | StackOverflowError e) { // a plug-in's value may be anything
            throw Unexpected.afterwards(call.requestId(), e);
        }
    }

    private byte[] rendered(Supplier<byte[]> bytes, Incoming call) {
        try {
            return deadlines.within(Stage.RENDER, call, bytes);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Exception | StackOverflowError | LinkageError e) { // a plug-in throws what no compiler here has seen
            throw Unexpected.afterwards(call.requestId(), e);
        }
    }

    private void take(Runnable step, Incoming call) {
        try {
            deadlines.within(Stage.RENDER, call, step);
        } catch (Exception | StackOverflowError | LinkageError e) { // it is done already, whatever this throws
            LOG.log(Level.WARNING, "{0}: the step after its commit failed: {1}", call.route(), e.getClass());
        }
    }

    private static Reply with(Reply reply, Reply.Body body) {
        return new Reply(reply.status(), reply.headers(), body, reply.touched(), reply.details());
    }
}
