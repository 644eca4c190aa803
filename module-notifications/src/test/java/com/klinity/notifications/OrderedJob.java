package com.klinity.notifications;

import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A job of no account with that payload. */
record OrderedJob(UUID subject, JsonText payload) implements JobRun {

    OrderedJob(String payload) {
        this(UUID.randomUUID(), new JsonText(payload));
    }

    @Override
    public UUID account() {
        throw new IllegalStateException("of no account");
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public boolean lastAttempt() {
        return false;
    }

    @Override
    public <T> T inScope(Touch touch, Map<String, String> details, Function<Scope, T> work) {
        throw new IllegalStateException("of no account");
    }

    @Override
    public Reads reads() {
        throw new IllegalStateException("the job belongs to no account");
    }
}
