package com.klinity.platform.jobs;

import com.klinity.platform.background.Sign;
import com.klinity.platform.database.JobLine;
import com.klinity.platform.server.Metrics;
import com.klinity.platform.server.Readiness;
import com.klinity.platform.server.ReadinessCheck;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How long the lines are, looked at every few seconds however often anybody asks; and whether they move. They do while a
 * job was taken or ended lately, or every place has a run that nobody has told to end, however long that takes; or one
 * that others must wait for has.
 */
final class JobFigures implements Metrics, ReadinessCheck {

    private static final Duration EVERY = Duration.ofSeconds(3);

    private final JobLine line;
    private final JobTimes times;
    private final LeaseKeeper keeper;
    private final Collection<Crew> crews;
    private volatile Look last = new Look(List.of(), System.nanoTime());

    /** What was seen, and when. */
    private record Look(List<JobLine.Waiting> lines, long at) {

        JobLine.Waiting of(String topic) {
            return lines.stream()
                    .filter(waiting -> waiting.topic().equals(topic))
                    .findFirst()
                    .orElse(new JobLine.Waiting(topic, 0, 0));
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - at);
        }
    }

    JobFigures(Queue queue, LeaseKeeper keeper, Collection<Crew> crews) {
        this.line = queue.line();
        this.times = queue.times();
        this.keeper = keeper;
        this.crews = crews;
    }

    /** One turn of its loop. */
    boolean turn(Sign sign) throws InterruptedException {
        sign.works();
        last = new Look(line.waiting(), System.nanoTime());
        sign.rests();
        Thread.sleep(EVERY);
        return true;
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        Look now = last;
        head(text, "klinity_jobs_waiting", "Jobs that could run now and wait.");
        crews.forEach(crew -> text.append("klinity_jobs_waiting{topic=\"%s\"} %d\n"
                .formatted(crew.topic(), now.of(crew.topic()).waiting())));
        head(text, "klinity_jobs_oldest_seconds", "How long the job that could run first has waited.");
        crews.forEach(crew -> text.append(String.format(
                Locale.ROOT,
                "klinity_jobs_oldest_seconds{topic=\"%s\"} %.3f%n",
                crew.topic(),
                now.of(crew.topic()).oldest())));
        head(text, "klinity_jobs_stuck", "Runs of this server that go on although they were told to end.");
        return text.append("klinity_jobs_stuck ")
                .append(keeper.stuck())
                .append('\n')
                .toString();
    }

    private static void head(StringBuilder text, String name, String help) {
        text.append("# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n");
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Readiness.State state() {
        Look now = last;
        boolean still = crews.stream().anyMatch(crew -> isStill(crew, now.of(crew.topic())));
        return isBlind(now) || still ? Readiness.State.DEGRADED : Readiness.State.UP;
    }

    /**
     * The line is one for all servers. Where jobs only wait and no run of this server is stuck, others see the same, and
     * requests are answered here as well as there.
     */
    @Override
    public boolean hitsEveryServer() {
        return !isBlind(last) && keeper.stuck() == 0;
    }

    private boolean isBlind(Look now) {
        return now.age().compareTo(times.stillAfter()) > 0;
    }

    private boolean isStill(Crew crew, JobLine.Waiting waiting) {
        Duration patience = times.stillAfter();
        return waiting.waiting() > 0
                && waiting.oldest() > patience.toMillis() / 1000.0
                && crew.sinceItMoved().compareTo(patience) > 0
                && !crew.isBusy(keeper.stuck(crew.topic()))
                && !crew.triesSuspect(keeper.stuck(crew.topic()));
    }
}
