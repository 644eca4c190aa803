package com.klinity.platform.jobs;

import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.Actor;
import com.klinity.platform.database.Done;
import com.klinity.platform.database.Identity;
import com.klinity.platform.database.JobStore;
import com.klinity.platform.database.LeasedJob;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** What an attempt can do. Its every transaction first makes sure that the job is still held. */
final class LeasedRun implements JobRun {

    /** Work of the server has no peer. */
    private static final String NO_ADDRESS = "";

    private final LeasedJob job;
    private final int attempts;
    private final Accounts accounts;
    private boolean inScope;
    private boolean suspended;

    LeasedRun(LeasedJob job, int attempts, Accounts accounts) {
        this.job = job;
        this.attempts = attempts;
        this.accounts = accounts;
    }

    @Override
    public UUID account() {
        return job.account().orElseThrow(() -> new IllegalStateException("the job belongs to no account"));
    }

    @Override
    public UUID subject() {
        return job.subject();
    }

    @Override
    public JsonText payload() {
        return job.payload();
    }

    @Override
    public int attempt() {
        return job.attempt();
    }

    @Override
    public boolean lastAttempt() {
        return job.attempt() >= attempts;
    }

    /** More were begun than are allowed: those before never came to an end. */
    boolean attemptsAreUsedUp() {
        return job.attempt() > attempts;
    }

    /** Whether the account was found to be suspended. */
    boolean isSuspended() {
        return suspended;
    }

    @Override
    public <T> T inScope(Touch touch, Map<String, String> details, Function<Scope, T> work) {
        if (inScope) {
            throw new IllegalStateException("a run has one scope at a time: this one would wait for the other's end");
        }
        inScope = true;
        try {
            return inOneScope(touch, details, work);
        } finally {
            inScope = false;
        }
    }

    @Override
    public Reads reads() {
        return accounts.reads(Identity.ofWork(account()), actor());
    }

    private Actor actor() {
        return new Actor(account().toString(), NO_ADDRESS, job.id());
    }

    private <T> T inOneScope(Touch touch, Map<String, String> details, Function<Scope, T> work) {
        Identity identity = Identity.ofWork(account());
        AtomicBoolean admitted = new AtomicBoolean();
        try {
            return accounts.write(identity, actor(), scope -> {
                admitted.set(true);
                if (!JobStore.holds(scope, job)) {
                    throw new LeaseLost(job.id());
                }
                return new Done<>(work.apply(scope), List.of(accounts.entry(identity, actor(), touch, details)));
            });
        } catch (Refusal e) {
            suspended |= !admitted.get() && e.status() == Refusal.banned().status();
            throw e;
        }
    }
}
