package com.klinity.distribution;

import com.klinity.platform.EmergencyDesk;
import com.klinity.platform.RecordedAccess;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code klinity emergency-access list}. */
@Command(
        name = "list",
        description = {
            "Shows the register, and compares it with the audit log of operations.",
            "Exit code 1 when a review is missing for more than 30 days, or the two differ."
        },
        mixinStandardHelpOptions = true)
final class EmergencyListCommand implements Callable<Integer> {

    private static final int FINDING = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--unreviewed", description = "only accesses that nobody has looked at again")
    private boolean unreviewed;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command line sets this");
        }
        CommandSpec command = spec;
        return AtTheDesk.work(command, desk -> list(command.commandLine().getOut(), desk.emergencies()));
    }

    private int list(PrintWriter out, EmergencyDesk desk) {
        List<RecordedAccess> all = desk.all();
        List<RecordedAccess> shown = all.stream()
                .filter(access -> !unreviewed || access.reviews().isEmpty())
                .toList();
        shown.forEach(access -> show(out, access));
        List<String> faults = desk.faults();
        faults.forEach(fault -> out.println("FAULT      " + fault));
        if (shown.isEmpty() && faults.isEmpty()) {
            out.println("none");
        }
        out.flush();
        return faults.isEmpty() && all.stream().noneMatch(RecordedAccess::overdue) ? 0 : FINDING;
    }

    private static void show(PrintWriter out, RecordedAccess recorded) {
        out.println(recorded.id() + "  recorded " + recorded.recordedAt() + " by " + recorded.recordedBy());
        out.println("  who      " + recorded.access().who());
        out.println("  reason   " + recorded.access().reason());
        out.println("  data     " + recorded.access().data());
        out.println("  actions  " + recorded.access().actions());
        out.println("  from     " + recorded.access().from());
        out.println("  to       " + recorded.access().to());
        out.println("  accounts " + accounts(recorded));
        if (recorded.reviews().isEmpty()) {
            out.println("  review   " + (recorded.overdue() ? "OVERDUE since " : "due by ") + recorded.reviewDue());
        }
        recorded.reviews()
                .forEach(review ->
                        out.println("  review   " + review.at() + " by " + review.by() + ": " + review.finding()));
    }

    private static String accounts(RecordedAccess recorded) {
        return recorded.access().accounts().isEmpty()
                ? "none"
                : recorded.access().accounts().stream()
                        .map(UUID::toString)
                        .sorted()
                        .collect(Collectors.joining(" "));
    }
}
