package com.klinity.platform.security;

import com.klinity.platform.security.TokenRefused.Reason;
import com.klinity.platform.spi.JwksUnavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
 * unknown key starts a read, at most one per cool-down, or joins the one under way. A read that brings keys replaces
 * all, so one that is no longer published is no longer accepted. A read that fails, or brings no usable key, changes
 * nothing: the last keys are good for as long as the policy keeps them, since an issuer's slip would otherwise lock
 * everybody out.
 */
final class KeySet {
    private static final Logger LOGGER = System.getLogger(KeySet.class.getName());

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
        if (key == null || !isGood(known)) {
            refresh.startAndAwait();
            return require(keyId);
        }
        if (known.isOld(clock.instant(), policy.maxAge())) {
            refresh.start();
        }
        return key;
    }

    /** How things are; where they are not well, a read is started. */
    IssuerKeys state() {
        boolean good = isGood(current);
        if (!refresh.isInTrouble()) {
            return good ? IssuerKeys.GOOD : IssuerKeys.UNASKED;
        }
        refresh.start();
        return good ? IssuerKeys.KEPT : IssuerKeys.NONE;
    }

    private void replace(Map<String, PublicKey> keys) {
        if (keys.isEmpty()) {
            throw new JwksUnavailable("the document holds no usable key");
        }
        Map<String, PublicKey> before = current.keys();
        current = new Snapshot(keys, clock.instant());
        if (!before.isEmpty() && before.values().stream().noneMatch(keys::containsValue)) {
            LOGGER.log(
                    Level.WARNING, "The issuer has replaced all its signing keys: tokens of the old ones are refused");
        }
    }

    private PublicKey require(String keyId) {
        Snapshot known = current;
        if (!isGood(known)) {
            throw new TokenRefused(Reason.KEYS_UNAVAILABLE);
        }
        return Optional.ofNullable(known.keys().get(keyId)).orElseThrow(() -> new TokenRefused(Reason.UNKNOWN_KEY));
    }

    private boolean isGood(Snapshot known) {
        return !known.keys().isEmpty()
                && Duration.between(known.readAt(), clock.instant()).compareTo(policy.keptFor()) < 0;
    }

    private record Snapshot(Map<String, PublicKey> keys, Instant readAt) {
        /** A clock that was set back makes keys old, not young for ever. */
        boolean isOld(Instant now, Duration maxAge) {
            Duration age = Duration.between(readAt, now);
            return age.isNegative() || age.compareTo(maxAge) >= 0;
        }
    }
}
