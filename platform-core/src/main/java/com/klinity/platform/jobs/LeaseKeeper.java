package com.klinity.platform.jobs;

import com.klinity.platform.background.Sign;
import com.klinity.platform.database.JobLine;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renews the leases of all running jobs in one statement, and tells those to end whose lease is gone; goes around those
 * that do not. Then it looks for jobs of dead servers, and for jobs that have become due: in this order, so that a server
 * that was cut off from the database for a while keeps its own.
 */
final class LeaseKeeper {

    private static final System.Logger LOG = System.getLogger(LeaseKeeper.class.getName());
    private static final int FRAMES = 12;

    private final Queue queue;
    private final Map<Attempt, Crew> held = new ConcurrentHashMap<>();

    /** Those whose loss the database may still take for a death of this server. */
    private final Set<Attempt> accused = ConcurrentHashMap.newKeySet();

    LeaseKeeper(Queue queue) {
        this.queue = queue;
    }

    void hold(Attempt attempt, Crew crew) {
        held.put(attempt, crew);
    }

    void release(Attempt attempt) {
        held.remove(attempt);
    }

    /** All whose end is not written down yet. */
    List<Attempt> held() {
        return List.copyOf(held.keySet());
    }

    /** How many runs go on although they were told to end. */
    long stuck() {
        return stuckOnes().count();
    }

    /** The same of one topic. */
    long stuck(String topic) {
        return stuckOnes().filter(attempt -> attempt.topic().equals(topic)).count();
    }

    private Stream<Attempt> stuckOnes() {
        return held.keySet().stream()
                .filter(attempt -> attempt.isStuck(queue.times().stuckAfter()));
    }

    /** One turn of its loop. */
    boolean turn(Sign sign) throws InterruptedException {
        sign.rests();
        Thread.sleep(queue.times().tick());
        sign.works();
        stuckOnes().toList().forEach(this::goAround);
        renew();
        queue.line().takeOver();
        lineUp();
        return true;
    }

    private void renew() {
        List<Attempt> ours =
                held.keySet().stream().filter(attempt -> !attempt.isLost()).toList();
        Set<UUID> kept = queue.store()
                .renew(ours.stream().map(Attempt::job).toList(), queue.times().lease());
        ours.stream()
                .filter(attempt -> !kept.contains(attempt.job().id()) && held.containsKey(attempt))
                .forEach(this::lost);
        acquit();
    }

    /** Cancelled, or taken over; then it was no death, as this server lives. */
    private void lost(Attempt attempt) {
        attempt.lose();
        accused.add(attempt);
    }

    /** What fails is tried again at the next turn. */
    private void acquit() {
        for (Attempt attempt : List.copyOf(accused)) {
            attempt.acquit(queue.store()::acquit);
            accused.remove(attempt);
        }
    }

    private void goAround(Attempt attempt) {
        Crew crew = held.get(attempt);
        if (crew == null || !attempt.goAround(crew.slots())) {
            return;
        }
        LOG.log(
                Level.WARNING,
                "job {0} of {1} does not end although it was told to; another one gets its place. It is at {2}",
                attempt.job().id(),
                attempt.topic(),
                Stream.of(attempt.place())
                        .limit(FRAMES)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < ")));
        queue.bell().ring(attempt.topic());
    }

    private void lineUp() {
        long jobs;
        do {
            List<JobLine.LinedUp> lined = queue.line().lineUp();
            lined.forEach(some -> queue.bell().ring(some.topic()));
            jobs = lined.stream().mapToLong(JobLine.LinedUp::jobs).sum();
        } while (jobs >= JobLine.AT_ONCE);
    }
}
