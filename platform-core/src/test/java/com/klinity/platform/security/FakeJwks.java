package com.klinity.platform.security;

import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.JwksUnavailable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint that publishes what it is told, counts its callers, and can be down or hang. */
final class FakeJwks implements JwksSource {
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile JwksSource behaviour;

    private FakeJwks(JwksSource behaviour) {
        this.behaviour = behaviour;
    }

    static FakeJwks publishing(SigningKey... keys) {
        String document = Json.jwks(keys);
        return new FakeJwks(() -> document);
    }

    static FakeJwks behaving(JwksSource behaviour) {
        return new FakeJwks(behaviour);
    }

    void publish(SigningKey... keys) {
        String document = Json.jwks(keys);
        behaviour = () -> document;
    }

    void behave(JwksSource newBehaviour) {
        behaviour = newBehaviour;
    }

    /** From now on every fetch waits for the latch, then publishes the keys. */
    void hangUntil(CountDownLatch latch, SigningKey... keys) {
        String document = Json.jwks(keys);
        behaviour = () -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new JwksUnavailable("interrupted", e);
            }
            return document;
        };
    }

    int fetches() {
        return fetches.get();
    }

    @Override
    public String fetch() {
        fetches.incrementAndGet();
        return behaviour.fetch();
    }
}
