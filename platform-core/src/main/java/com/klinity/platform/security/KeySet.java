package com.klinity.platform.security;

import com.klinity.platform.security.TokenRefused.Reason;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The issuer's keys as last read.
 *
 * <p>A known key is handed out at once, always: if the keys have grown old, they are read again behind the request. An
 * unknown key starts a read, at most one per cool-down, or joins the one under way. A read that succeeds replaces all
 * keys, so one that is no longer published is no longer accepted; a read that fails changes nothing.
 */
final class KeySet {
    private final KeyRefresh refresh;
    private final InstantSource clock;
    private final RefreshPolicy policy;
    private volatile Snapshot current = new Snapshot(Map.of(), Instant.MIN);

    KeySet(JwksReader reader, InstantSource clock, RefreshPolicy policy) {
        this.clock = clock;
        this.policy = policy;
        this.refresh = new KeyRefresh(reader, this::replace, clock, policy);
    }

    /** Waits only for a key that is not known, and never longer than the policy's patience. */
    PublicKey find(String keyId) {
        Snapshot known = current;
        PublicKey key = known.keys().get(keyId);
        if (key == null) {
            refresh.startAndAwait();
            return current.require(keyId);
        }
        if (known.isOld(clock.instant(), policy.maxAge())) {
            refresh.start();
        }
        return key;
    }

    private void replace(Map<String, PublicKey> keys) {
        current = new Snapshot(keys, clock.instant());
    }

    private record Snapshot(Map<String, PublicKey> keys, Instant readAt) {
        /** A clock that was set back makes keys old, not young for ever. */
        boolean isOld(Instant now, Duration maxAge) {
            Duration age = Duration.between(readAt, now);
            return age.isNegative() || age.compareTo(maxAge) >= 0;
        }

        PublicKey require(String keyId) {
            return Optional.ofNullable(keys.get(keyId)).orElseThrow(() -> new TokenRefused(reasonForMissing()));
        }

        private Reason reasonForMissing() {
            return readAt.equals(Instant.MIN) ? Reason.KEYS_UNAVAILABLE : Reason.UNKNOWN_KEY;
        }
    }
}
