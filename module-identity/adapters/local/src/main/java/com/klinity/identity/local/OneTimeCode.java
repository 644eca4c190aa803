package com.klinity.identity.local;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A code that was mailed: not itself, only what it is made from, together with a key that is in memory alone. Who guesses
 * uses up the attempts of his own peer, not those of the person who got the mail. Guarded by {@link Codes}.
 */
final class OneTimeCode {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    /** How long one that is asked for again is the same: what was mailed before must go on to work. */
    static final Duration REPEATED = Duration.ofMinutes(5);

    static final int ATTEMPTS = 5;

    /** Peers that are told apart; more share one allowance, so that nobody grows this without end. */
    private static final int MOST_PEERS = 16;

    private static final String OTHERS = "";

    private final Purpose purpose;
    private final byte[] salt;
    private final Instant made;
    private final String maker;
    private final Set<String> askers = new HashSet<>();
    private final Map<String, Integer> failures = new HashMap<>();

    /** Whether a code may make a user, or only let a known one in. */
    enum Purpose {
        SIGN_UP,
        SIGN_IN
    }

    OneTimeCode(Purpose purpose, byte[] salt, Instant made, String maker) {
        this.purpose = purpose;
        this.salt = salt.clone();
        this.made = made;
        this.maker = maker;
        askers.add(maker);
    }

    Purpose purpose() {
        return purpose;
    }

    byte[] salt() {
        return salt.clone();
    }

    boolean madeFor(String peer) {
        return maker.equals(peer);
    }

    boolean alive(Instant now) {
        return now.isBefore(made.plus(LIFETIME));
    }

    /** Whole minutes. */
    long lifeLeft(Instant now) {
        return Duration.between(now, made.plus(LIFETIME)).toMinutes();
    }

    /** Whether a peer that asks again may be sent the same one. */
    boolean isStillFor(Purpose asked, String peer, Instant now) {
        return purpose == asked && now.isBefore(made.plus(REPEATED)) && isOpenTo(peer);
    }

    boolean isOpenTo(String peer) {
        return failures.getOrDefault(known(peer), 0) < ATTEMPTS;
    }

    void askedBy(String peer) {
        if (askers.size() < MOST_PEERS) {
            askers.add(peer);
        }
    }

    boolean wasAskedBy(String peer) {
        return askers.contains(peer);
    }

    void failedBy(String peer) {
        failures.merge(known(peer), 1, Integer::sum);
    }

    private String known(String peer) {
        return failures.containsKey(peer) || askers.contains(peer) || failures.size() < MOST_PEERS ? peer : OTHERS;
    }
}
