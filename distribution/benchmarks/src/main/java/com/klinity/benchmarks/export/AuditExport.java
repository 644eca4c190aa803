package com.klinity.benchmarks.export;

import com.klinity.benchmarks.load.SignUp;
import com.klinity.benchmarks.load.Target;
import com.klinity.benchmarks.machine.KlinityServer;
import com.klinity.benchmarks.machine.Postgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** Exports of logs of several sizes, in turn with a raw {@code COPY} of the same rows. */
public final class AuditExport {

    private static final int WARM_UP = 3;

    private final ExportPlan plan;
    private final Path folder;

    /** With its files in that folder. */
    public AuditExport(ExportPlan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /**
     * The figures of one size, in entries a second; ratios are taken round by round.
     *
     * @param ratio      of the export to the COPY, by the clock: median, lowest, highest
     * @param ratioByCpu the same by the CPU time of server and database
     */
    public record Result(
            int entries,
            double copy,
            double csv,
            double integrity,
            double verify,
            List<Double> ratio,
            List<Double> ratioByCpu) {

        /** The heading of a table of these. */
        public static String heading() {
            return String.format(
                    Locale.ROOT,
                    "%10s %10s %10s %-22s %-22s %10s %10s",
                    "entries",
                    "COPY/s",
                    "csv/s",
                    "csv : COPY",
                    "by CPU",
                    "integrity/s",
                    "verify/s");
        }

        /** As a line of it. */
        public String line() {
            return String.format(
                    Locale.ROOT,
                    "%10d %10.0f %10.0f %-22s %-22s %10.0f %10.0f",
                    entries,
                    copy,
                    csv,
                    text(ratio),
                    text(ratioByCpu),
                    integrity,
                    verify);
        }

        private static String text(List<Double> spread) {
            return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", spread.get(0), spread.get(1), spread.get(2));
        }
    }

    /** Measures, and tells each result when it is there. */
    public void run(BiConsumer<Integer, Result> told) {
        try (KlinityServer server = KlinityServer.start(plan.image, folder, plan.javaOptions);
                Postgres postgres = Postgres.in(server.database())) {
            Target owner = new SignUp(server).practitioners(1).getFirst();
            ExportRun run = new ExportRun(server, postgres, owner, folder.resolve("audit.csv"));
            for (int size : plan.sizes) {
                FilledLog.fill(postgres, owner.account(), size);
                told.accept(size, measure(run, size));
            }
        }
    }

    private Result measure(ExportRun run, int size) {
        for (int i = 0; i < WARM_UP; i++) {
            run.csv();
            run.copy();
        }
        List<Cost> copies = new ArrayList<>();
        List<Cost> exports = new ArrayList<>();
        for (int i = 0; i < plan.rounds; i++) {
            if (i % 2 == 0) {
                copies.add(run.copy());
                exports.add(run.csv());
            } else {
                exports.add(run.csv());
                copies.add(run.copy());
            }
        }
        return new Result(
                size,
                size / median(copies, Cost::seconds),
                size / median(exports, Cost::seconds),
                size / run.integrity().seconds(),
                size / run.verify().seconds(),
                ratio(copies, exports, Cost::seconds),
                ratio(copies, exports, Cost::cpu));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> what) {
        return costs.stream().mapToDouble(what).sorted().toArray()[costs.size() / 2];
    }

    private static List<Double> ratio(List<Cost> copies, List<Cost> exports, ToDoubleFunction<Cost> what) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            ratios.add(what.applyAsDouble(copies.get(i)) / what.applyAsDouble(exports.get(i)));
        }
        List<Double> sorted = ratios.stream().sorted().toList();
        return List.of(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }
}
