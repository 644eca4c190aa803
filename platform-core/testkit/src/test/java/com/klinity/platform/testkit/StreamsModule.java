package com.klinity.platform.testkit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.LiveWriter;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Answers that would go on for an hour, each waiting in its own way, and when their writers came to an end. */
final class StreamsModule implements FeatureModule {

    /** How an answer spends its time. */
    enum Kind {
        /** Writes as fast as the caller reads. */
        DOWNLOAD,
        /** Says something once, then sleeps, and takes an interrupt for a good end. */
        EVENTS,
        /** Writes a little now and then, and forgets that it was interrupted. */
        STUBBORN,
        /** Waits for the database. */
        QUERY
    }

    /** One answer: who writes it, and the {@link System#nanoTime} of its end. */
    record Run(CompletableFuture<Thread> writer, CompletableFuture<Long> end) {}

    private static final long TEBIBYTE = 1L << 40;
    private static final byte[] PORTION = new byte[1 << 16];
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final Map<UUID, Run> runs = new ConcurrentHashMap<>();

    Run run(UUID id) {
        return runs.computeIfAbsent(id, any -> new Run(new CompletableFuture<>(), new CompletableFuture<>()));
    }

    static String path(UUID run, Kind kind) {
        return "/v1/streams/" + run + "/" + kind.name();
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), StreamsModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return (Routes routes) ->
                routes.get("/v1/streams/{run}/{kind}", Access.phi(Action.READ, "Stream"), this::answer);
    }

    private Reply answer(Call call) {
        Run run = run(call.id("run"));
        return switch (Kind.valueOf(call.path("kind"))) {
            case DOWNLOAD -> Reply.stream("audio/wav", TEBIBYTE, out -> noted(run, () -> endless(out)));
            case EVENTS -> live((out, reads) -> noted(run, () -> onceThenSilence(out)));
            case STUBBORN -> live((out, reads) -> noted(run, () -> deafToInterrupts(out)));
            case QUERY -> live((out, reads) -> noted(run, () -> waitForTheDatabase(out, reads)));
        };
    }

    private static Reply live(LiveWriter writer) {
        return Reply.live("text/event-stream", writer);
    }

    /** A writer's work. */
    @FunctionalInterface
    private interface Work {
        void go() throws IOException;
    }

    private static void noted(Run run, Work work) throws IOException {
        run.writer().complete(Thread.currentThread());
        try {
            work.go();
        } finally {
            run.end().complete(System.nanoTime());
        }
    }

    private static void endless(OutputStream out) throws IOException {
        for (long left = TEBIBYTE; left > 0; left -= PORTION.length) {
            out.write(PORTION);
        }
    }

    private static void onceThenSilence(OutputStream out) throws IOException {
        say(out);
        try {
            Thread.sleep(HOUR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deafToInterrupts(OutputStream out) throws IOException {
        while (true) {
            say(out);
            try {
                Thread.sleep(MOMENT);
            } catch (InterruptedException ignored) {
                // that is what it is here for
            }
        }
    }

    private static void waitForTheDatabase(OutputStream out, Reads reads) throws IOException {
        say(out);
        reads.in(scope -> scope.sql("select count(*) as all from (select generate_series(1, 1000000000000)) as long")
                .list(row -> row.number("all")));
    }

    private static void say(OutputStream out) throws IOException {
        out.write("data: so far\n\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
