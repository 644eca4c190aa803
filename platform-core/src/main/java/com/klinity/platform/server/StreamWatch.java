package com.klinity.platform.server;

import com.klinity.platform.background.Loop;
import com.klinity.platform.background.Sign;
import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.Identity;
import com.klinity.platform.database.RevocationCheck;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Cuts open streams of accounts that may no longer act (45 CFR §164.312(a)(1)). While any is open, one question to the
 * database every 300 ms covers all of them; while none is, nothing happens. Fails closed: a stream about which the
 * database could not be asked is cut within 3 s.
 */
public final class StreamWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StreamWatch.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(300);

    /** Together with the interval and the least patience less than the 3 s that are promised. */
    private static final Duration LONGEST_UNKNOWN = Duration.ofSeconds(2);

    private static final Duration LEAST_PATIENCE = Duration.ofMillis(500);

    /** Then another connection is asked, as long as there is time for one. */
    private static final Duration MOST_PATIENCE = Duration.ofMillis(800);

    private final OpenStreams streams;
    private final RevocationCheck check;
    private final Loop loop;

    private StreamWatch(OpenStreams streams, RevocationCheck check, Sign sign) {
        this.streams = streams;
        this.check = check;
        this.loop = Loop.start(Thread.ofVirtual(), sign, LONGEST_UNKNOWN, this::watch);
    }

    /** Watches these streams until closed. */
    public static StreamWatch start(OpenStreams streams, RevocationCheck check, Sign sign) {
        return new StreamWatch(streams, check, sign);
    }

    /** Ends the watch, and with it every stream that is still open. */
    @Override
    public void close() {
        streams.close();
        loop.close();
    }

    private boolean watch(Sign sign) throws InterruptedException {
        sign.rests();
        streams.awaitAny();
        sign.works();
        Thread.sleep(INTERVAL);
        roundOrNone(streams.all());
        return true;
    }

    /** A fault of the watch itself ends the streams it was to watch over, and not the watch. */
    private void roundOrNone(List<OpenStream> open) throws InterruptedException {
        try {
            round(open);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the watch over open streams failed: {0}", reason(e));
            open.forEach(OpenStream::cut);
        }
    }

    private void round(List<OpenStream> open) throws InterruptedException {
        open.stream().filter(OpenStream::isCut).forEach(OpenStream::cut);
        List<OpenStream> asked = open.stream().filter(stream -> !stream.isCut()).toList();
        if (asked.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        try {
            Set<Identity> revoked = ask(asked, now);
            asked.forEach(stream -> settle(stream, revoked.contains(stream.identity()), now));
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "open streams could not be checked: {0}", reason(e));
            asked.stream()
                    .filter(stream -> stream.flow() != OpenStream.Flow.BODY)
                    .filter(stream -> unknown(stream, System.nanoTime()).compareTo(LONGEST_UNKNOWN) > 0)
                    .forEach(OpenStream::cut);
        }
    }

    private static void settle(OpenStream stream, boolean revoked, long now) {
        if (revoked) {
            stream.cut();
        } else {
            stream.confirm(now);
        }
    }

    /** On a thread of its own, which can be given up whatever holds it. Many streams of one caller are one question. */
    private Set<Identity> ask(List<OpenStream> asked, long now)
            throws ExecutionException, TimeoutException, InterruptedException {
        List<Identity> identities =
                asked.stream().map(OpenStream::identity).distinct().toList();
        FutureTask<BitSet> answer = new FutureTask<>(() -> check.among(identities));
        Thread.ofVirtual().name("stream-watch-question").start(answer);
        try {
            BitSet revoked = answer.get(patience(asked, now).toNanos(), TimeUnit.NANOSECONDS);
            return revoked.stream().mapToObj(identities::get).collect(Collectors.toUnmodifiableSet());
        } finally {
            answer.cancel(true);
        }
    }

    /** As long as the stream that was confirmed the longest ago may still go on, within bounds. */
    private static Duration patience(List<OpenStream> asked, long now) {
        Duration left = asked.stream()
                .map(stream -> LONGEST_UNKNOWN.minus(unknown(stream, now)))
                .min(Duration::compareTo)
                .orElse(LEAST_PATIENCE);
        if (left.compareTo(LEAST_PATIENCE) < 0) {
            return LEAST_PATIENCE;
        }
        return left.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : left;
    }

    private static Duration unknown(OpenStream stream, long now) {
        return Duration.ofNanos(now - stream.confirmedNanos());
    }

    private static String reason(Exception e) {
        return e.getCause() instanceof DatabaseFailure failure
                ? failure.toString()
                : e.getClass().getSimpleName();
    }
}
