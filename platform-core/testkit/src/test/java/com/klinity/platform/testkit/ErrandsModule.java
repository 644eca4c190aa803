package com.klinity.platform.testkit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Staged;
import com.klinity.platform.spi.Touch;
import com.klinity.platform.spi.Vendor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A feature that makes every mistake that the core must find, and the same done rightly. */
public final class ErrandsModule implements FeatureModule {

    static final String JOB = "errands.run";

    /** How often the vendor was reached. */
    final AtomicInteger reached = new AtomicInteger();

    /** What the work of a stage waits for. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    /** What adapters are made of; the mistakes, by the last segment of their paths. */
    private final Map<String, Consumer<Errand>> uses = Map.of(
            "direct", Errand::direct,
            "content", errand -> read(errand.content()),
            "runner", errand -> errand.runner().run(),
            "perhaps", errand -> errand.perhaps().orElseThrow().run(),
            "several", errand -> errand.several().getFirst().run());

    /** What an adapter returned before any transaction. */
    private final Map<String, Runnable> kept = new ConcurrentHashMap<>();

    /** Makes its mistakes when it is asked to. */
    public ErrandsModule() {}

    /** Reached without a network. */
    public Errand vendor() {
        return new Errand() {
            private Runner counted() {
                return () -> "run " + reached.incrementAndGet();
            }

            @Override
            public String name() {
                return "vendor";
            }

            @Override
            public Vendor vendor() {
                return Vendor.builtIn("runs", false);
            }

            @Override
            public Runner runner() {
                return counted();
            }

            @Override
            public Optional<Runner> perhaps() {
                return Optional.of(counted());
            }

            @Override
            public List<Runner> several() {
                return List.of(counted());
            }

            @Override
            public String direct() {
                return counted().run();
            }
        };
    }

    static List<String> mistakes() {
        return List.of("direct", "content", "runner", "perhaps", "several", "thread", "kept-stream", "kept-runner");
    }

    @Override
    public String name() {
        return "errands";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), ErrandsModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        Errand errand = context.adapter(Errand.class, "klinity.errands.vendor", "vendor");
        Errand.Runner runner = errand.runner();
        InputStream stream = errand.content();
        kept.put("kept-runner", runner::run);
        kept.put("kept-stream", () -> read(stream));
        kept.put("thread", () -> onAnotherThread(errand));
        return new Errands(errand);
    }

    private static void read(InputStream in) {
        try {
            in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void onAnotherThread(Errand errand) {
        try {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            errand.direct();
                        } catch (IllegalStateException e) {
                            // the log has it, which is what the test looks at
                        }
                    })
                    .join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its routes and jobs. */
    private final class Errands implements Feature {

        private final Errand errand;

        Errands(Errand errand) {
            this.errand = errand;
        }

        @Override
        public void routes(Routes routes) {
            Access changes = Access.phi(Action.UPDATE, "Errand");
            mistakes()
                    .forEach(mistake -> routes.post("/v1/errands/mistakes/" + mistake, changes, call -> {
                        call.scope().sql("select 1 as one").first(row -> row.number("one"));
                        Optional.ofNullable(uses.get(mistake)).ifPresent(use -> use.accept(errand));
                        Optional.ofNullable(kept.get(mistake)).ifPresent(Runnable::run);
                        return Reply.noContent();
                    }));
            routes.get(
                    "/v1/errands/slow-reader",
                    Access.phi(Action.EXPORT, "Errand"),
                    call -> Reply.live(
                            "text/plain",
                            (out, reads) -> reads.in(scope -> {
                                out.write('x');
                                return scope;
                            })));
            routes.delete("/v1/errands/late-body", changes, call -> Reply.ok(call.rawBody().length));
            routes.post("/v1/errands/job", changes, call -> {
                call.scope().enqueue(JOB, UUID.randomUUID());
                return Reply.accepted();
            });
            routes.get(
                    "/v1/errands/rendered",
                    Access.phi(Action.READ, "Errand"),
                    call -> Reply.rendered("text/plain", () -> errand.direct().getBytes(StandardCharsets.UTF_8)));
            routes.get(
                    "/v1/errands/torn",
                    Access.phi(Action.READ, "Errand"),
                    call -> Reply.rendered("text/plain", () -> {
                        throw new IllegalStateException("a value nobody must see");
                    }));
            routes.get(
                    "/v1/errands/told/{number}",
                    Access.phi(Action.READ, "Errand"),
                    call -> Reply.ok("run " + call.path("number")));
            routes.staged(Method.POST, "/v1/errands", Access.phi(Action.CREATE, "Errand"), new Running());
            routes.staged(Method.POST, "/v1/errands/scope-in-work", changes, new ScopeInWork());
        }

        @Override
        public List<JobType> jobs() {
            return List.of(new JobType(JOB, 1, 1, Duration.ofSeconds(1), this::run));
        }

        private void run(JobRun run) {
            run.inScope(Touch.of(Action.UPDATE, "Errand", run.subject()), Map.of(), scope -> errand.direct());
        }

        /** Done rightly: the vendor between two scopes. What it writes at its admission must not last. */
        private final class Running implements Staged<String, String> {

            @Override
            public String admit(Call call) {
                call.scope().enqueue("errands.nobody", UUID.randomUUID());
                return new String(call.rawBody(), StandardCharsets.UTF_8);
            }

            @Override
            public String work(Call call, String admitted) {
                String told = errand.runner().run();
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
                return told;
            }

            @Override
            public Reply record(Call call, String worked) {
                return Reply.created("/v1/errands/told/" + worked.replace("run ", ""), worked);
            }
        }

        /** Takes the scope of the admission along. */
        private static final class ScopeInWork implements Staged<Scope, String> {

            @Override
            public Scope admit(Call call) {
                return call.scope();
            }

            @Override
            public String work(Call call, Scope admitted) {
                return admitted.sql("select 1 as one").first(row -> "read").orElseThrow();
            }

            @Override
            public Reply record(Call call, String worked) {
                return Reply.ok(worked);
            }
        }
    }
}
