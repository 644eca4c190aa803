package com.klinity.platform.server;

import com.klinity.platform.security.TokenVerifier;

/**
 * Whether tokens can be judged. While the last keys hold, callers with known keys are served, here as at every other
 * server, so no load balancer should act; where there are none, nobody can be.
 *
 * @param verifier who judges them
 */
record IssuerKeysReadiness(TokenVerifier verifier) implements ReadinessCheck {

    @Override
    public String name() {
        return "issuer-keys";
    }

    @Override
    public boolean hitsEveryServer() {
        return true;
    }

    @Override
    public Readiness.State state() {
        return switch (verifier.keys()) {
            case UNASKED, GOOD -> Readiness.State.UP;
            case KEPT -> Readiness.State.DEGRADED;
            case NONE -> Readiness.State.DOWN;
        };
    }
}
