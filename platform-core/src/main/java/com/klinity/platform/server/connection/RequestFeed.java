package com.klinity.platform.server.connection;

import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the web server reads instead of the socket: one whole, checked head, then the body in small pieces, then the next
 * head. It asks for more only when it has used up what it got, so each piece belongs to what it waits for. After the
 * first fault nothing more comes. One thread at a time.
 */
final class RequestFeed implements Supplier<byte[]> {

    private static final System.Logger LOG = System.getLogger(RequestFeed.class.getName());
    private static final byte[] NOTHING = {};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UNNAMED_HOST = "Host: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** What is handed on at once of a chunk, and what is read of a body that nobody wanted. */
    private static final int PIECE = 16_384;

    private static final long MOMENT = 1_000_000_000L;

    private enum Phase {
        HEAD,
        LENGTH,
        CHUNKS,
        CLOSED
    }

    private final Caller caller;
    private final BooleanSupplier draining;
    private final AnswerWriter answers;
    private final RequestHead head = new RequestHead();
    private final Chunks chunks = new Chunks();
    private final BodyClock clock;
    private final long opened = System.nanoTime();
    private Phase phase = Phase.HEAD;
    private byte[] in = NOTHING;
    private int at;
    private int end;
    private long left;
    private long drainedUntil;
    private boolean greeted;
    private boolean answering;
    private boolean continued;
    private boolean unread;

    RequestFeed(Caller caller, BooleanSupplier draining) {
        this.caller = caller;
        this.draining = draining;
        this.clock = new BodyClock(caller.limits());
        this.answers = new AnswerWriter(caller, this);
    }

    AnswerWriter answers() {
        return answers;
    }

    @Override
    @SuppressWarnings("NullAway") // null is Helidon's word for the end
    public byte @Nullable [] get() {
        return switch (phase) {
            case HEAD -> nextHead();
            case LENGTH -> nextOfLength();
            case CHUNKS -> nextOfChunks();
            case CLOSED -> null;
        };
    }

    private byte @Nullable [] nextHead() {
        answering = false;
        head.reset(at);
        long deadline = greeted ? 0 : opened + caller.limits().head().toNanos();
        try {
            while (true) {
                int behind = at < end ? head.read(in, end) : -1;
                if (behind >= 0) {
                    greeted = true;
                    return handOn(behind);
                }
                long now = System.nanoTime();
                boolean begun = at < end;
                if (begun && deadline == 0) {
                    deadline = now + caller.limits().head().toNanos();
                }
                if (!more(
                        begun,
                        now,
                        begun || !greeted
                                ? deadline
                                : now + caller.limits().idle().toNanos())) {
                    phase = Phase.CLOSED;
                    return null;
                }
            }
        } catch (Fault fault) {
            throw refused(fault);
        }
    }

    private boolean more(boolean begun, long now, long deadline) {
        BoundedWait.For what =
                begun ? BoundedWait.For.HEAD : greeted ? BoundedWait.For.REQUEST : BoundedWait.For.GREETING;
        byte[] bytes = caller.read(what, now, deadline);
        if (bytes == null) {
            return false;
        }
        if (begun) {
            if (in.length - end < bytes.length) {
                in = Arrays.copyOf(in, Math.max(end + bytes.length, Math.min(2 * in.length, RequestHead.LONGEST)));
            }
            System.arraycopy(bytes, 0, in, end, bytes.length);
            end += bytes.length;
        } else {
            refill(bytes);
            head.reset(0);
        }
        return true;
    }

    private void refill(byte[] bytes) {
        in = bytes;
        at = 0;
        end = bytes.length;
    }

    private byte[] handOn(int behind) {
        in[head.version()] = '1'; // what differs between the minor versions is the door's business
        Framing framing = head.framing();
        boolean unnamed = !framing.hasHost();
        at = head.start();
        byte[] out = take(behind - at);
        if (unnamed) {
            int named = out.length - 2 + UNNAMED_HOST.length;
            byte[] whole = Arrays.copyOf(out, named);
            System.arraycopy(UNNAMED_HOST, 0, whole, out.length - 2, UNNAMED_HOST.length);
            out = whole;
        }
        left = framing.length();
        phase = framing.isChunked() ? Phase.CHUNKS : left > 0 ? Phase.LENGTH : Phase.HEAD;
        chunks.reset();
        clock.reset();
        caller.asks(System.nanoTime());
        continued = !framing.isExpecting();
        return out;
    }

    /** The next bytes; without a copy when they are all there is. */
    private byte[] take(int length) {
        byte[] out = at == 0 && length == in.length ? in : Arrays.copyOfRange(in, at, at + length);
        at += length;
        if (at == end) {
            refill(NOTHING);
        }
        return out;
    }

    private byte @Nullable [] nextOfLength() {
        if (at == end && !moreOfBody()) {
            return null;
        }
        int length = (int) Math.min(left, end - at);
        left -= length;
        if (left == 0) {
            phase = Phase.HEAD;
        }
        return take(length);
    }

    private byte @Nullable [] nextOfChunks() {
        try {
            while (true) {
                if (at == end && !moreOfBody()) {
                    return null;
                }
                at = chunks.read(in, at, end);
                if (chunks.isEnded()) {
                    phase = Phase.HEAD;
                    return LAST_CHUNK.clone();
                }
                if (at < end) {
                    return chunk((int) Math.min(Math.min(chunks.data(), PIECE), end - at));
                }
            }
        } catch (Fault fault) {
            throw broken(fault);
        }
    }

    private byte[] chunk(int length) {
        byte[] size = Integer.toHexString(length).getBytes(StandardCharsets.US_ASCII);
        byte[] out = new byte[size.length + 2 + length + 2];
        System.arraycopy(size, 0, out, 0, size.length);
        lineEnd(out, size.length);
        System.arraycopy(in, at, out, size.length + 2, length);
        lineEnd(out, out.length - 2);
        at += length;
        chunks.took(length);
        return out;
    }

    private static void lineEnd(byte[] bytes, int at) {
        bytes[at] = '\r';
        bytes[at + 1] = '\n';
    }

    private boolean moreOfBody() {
        long now = System.nanoTime();
        long deadline = answering ? drainedUntil(now) : now + clock.allowance();
        if (answering && deadline - now <= 0) { // it trickles
            phase = Phase.CLOSED;
            unread = true;
            return false;
        }
        byte[] bytes = caller.read(BoundedWait.For.BODY, now, deadline);
        if (bytes == null) {
            phase = Phase.CLOSED;
            return false;
        }
        clock.note(System.nanoTime() - now, bytes.length);
        refill(bytes);
        return true;
    }

    /** What nobody wants has one moment, however many pieces it comes in. */
    private long drainedUntil(long now) {
        if (drainedUntil == 0) {
            drainedUntil = now + MOMENT;
        }
        return drainedUntil;
    }

    private CloseConnectionException refused(Fault fault) {
        phase = Phase.CLOSED;
        unread = true;
        LOG.log(Level.DEBUG, "request {0} was refused: {1}", answers.refuse(fault), fault.getMessage());
        return new CloseConnectionException("not a request: " + fault.getMessage());
    }

    /** Nobody can tell where such a body ends: it is answered by who reads it, and is the connection's last. */
    private RequestException broken(Fault fault) {
        phase = Phase.CLOSED;
        unread = true;
        LOG.log(Level.DEBUG, "a body was refused: {0}", fault.getMessage());
        return RequestException.builder()
                .type(DirectHandler.EventType.BAD_REQUEST)
                .message("The body is not framed as HTTP demands.")
                .setKeepAlive(false)
                .build();
    }

    boolean isAnswering() {
        return answering;
    }

    /** Whether the request came in HTTP/1.0. */
    boolean isHttp10() {
        return head.isHttp10();
    }

    /** Whether the answer may have no body. */
    boolean isHeadOnly() {
        return head.isHeadOnly();
    }

    /** Notes that the caller was told to send its body. */
    void toldToContinue() {
        continued = true;
    }

    /**
     * Notes that the answer begins; from now on no body is wanted.
     *
     * @return whether it is the last of this connection
     */
    boolean answerBegins() {
        answering = true;
        drainedUntil = 0;
        boolean rest = phase == Phase.CHUNKS || (phase == Phase.LENGTH && (!continued || left - (end - at) > PIECE));
        boolean last = rest
                || phase == Phase.CLOSED
                || head.isHttp10()
                || head.framing().isClosing()
                || draining.getAsBoolean();
        if (last) {
            unread |= rest || phase == Phase.LENGTH;
            phase = Phase.CLOSED;
        }
        return last;
    }

    /** Whether the caller may be sending what nobody reads. */
    boolean isUnread() {
        return unread || at < end;
    }
}
