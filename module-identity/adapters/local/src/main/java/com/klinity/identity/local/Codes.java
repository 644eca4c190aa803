package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.klinity.identity.local.OneTimeCode.Purpose;
import com.klinity.platform.spi.Refusal;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codes that wait for their confirmation. Whoever asks again within minutes is sent the same one, so nobody's asking
 * kills the code that somebody else was just mailed; a peer that has used up its attempts gets another one beside it. In
 * memory alone, so a restart kills them all and a person asks for a new one. Safe for many threads.
 */
final class Codes {

    private static final int MOST_WAITING = 20_000;

    /** Addresses that one peer makes wait, such as a large clinic behind one address. */
    static final int MOST_OF_PEER = 1_000;

    /** Codes of one address that live at once. Each makes a guess as much more likely to be right. */
    static final int MOST_OF_ONE = 3;

    private static final int SALT_BYTES = 16;

    private final Map<EmailAddress, List<OneTimeCode>> waiting = new HashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final CodeKey key = new CodeKey(random);
    private final InstantSource clock;

    Codes(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What is to be mailed.
     *
     * @param isNew   whether no mail has told it before
     * @param minutes how long it lives
     */
    record Issued(String code, boolean isNew, long minutes) {

        @Override
        public String toString() {
            return "Issued[•••]";
        }
    }

    /**
     * A code for an address.
     *
     * @param peer who asks
     * @throws Refusal 429 when too many addresses wait, of the peer or of all
     */
    synchronized Issued issue(EmailAddress address, Purpose purpose, String peer) {
        Instant now = clock.instant();
        List<OneTimeCode> live = live(address, now);
        Optional<OneTimeCode> same = live.stream()
                .filter(code -> code.isStillFor(purpose, peer, now))
                .findFirst();
        OneTimeCode code = same.orElseGet(() -> add(address, live, new OneTimeCode(purpose, salt(), now, peer), peer));
        code.askedBy(peer);
        return new Issued(key.code(address, code.salt()), same.isEmpty(), code.lifeLeft(now));
    }

    /** Uses a code of the address up when the attempt is right; nobody can tell why it is not. */
    synchronized Optional<Purpose> redeem(EmailAddress address, String attempt, String peer) {
        List<OneTimeCode> open = live(address, clock.instant()).stream()
                .filter(code -> code.isOpenTo(peer))
                .toList();
        Optional<OneTimeCode> right = open.stream()
                .filter(code -> matches(key.code(address, code.salt()), attempt))
                .findFirst();
        if (right.isPresent()) {
            waiting.getOrDefault(address, new ArrayList<>()).remove(right.get());
        } else {
            open.forEach(code -> code.failedBy(peer));
        }
        return right.map(OneTimeCode::purpose);
    }

    /** Whether that peer has asked for one of the address's codes. */
    synchronized boolean wasAskedBy(EmailAddress address, String peer) {
        return live(address, clock.instant()).stream().anyMatch(code -> code.wasAskedBy(peer));
    }

    private OneTimeCode add(EmailAddress address, List<OneTimeCode> live, OneTimeCode code, String peer) {
        if (!waiting.containsKey(address)) {
            makeRoomFor(peer);
        }
        List<OneTimeCode> all = new ArrayList<>(live);
        if (all.size() >= MOST_OF_ONE) {
            all.remove(leastMissed(all, peer));
        }
        all.add(code);
        waiting.put(address, all);
        return code;
    }

    /** The latest that the same peer has used up, else the latest: the first one stays for whoever got its mail. */
    private static OneTimeCode leastMissed(List<OneTimeCode> all, String peer) {
        return all.reversed().stream()
                .filter(code -> code.madeFor(peer))
                .findFirst()
                .orElse(all.getLast());
    }

    private List<OneTimeCode> live(EmailAddress address, Instant now) {
        return waiting.getOrDefault(address, List.of()).stream()
                .filter(code -> code.alive(now))
                .toList();
    }

    private void makeRoomFor(String peer) {
        if (waiting.size() < MOST_OF_PEER) {
            return;
        }
        Instant now = clock.instant();
        waiting.values().removeIf(codes -> codes.stream().noneMatch(code -> code.alive(now)));
        if (waiting.size() >= MOST_WAITING || madeBy(peer) >= MOST_OF_PEER) {
            throw Refusal.tooMany(OneTimeCode.LIFETIME);
        }
    }

    private long madeBy(String peer) {
        return waiting.values().stream()
                .filter(codes -> codes.stream().anyMatch(code -> code.madeFor(peer)))
                .count();
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /** In constant time. */
    private static boolean matches(String code, String attempt) {
        return MessageDigest.isEqual(code.getBytes(UTF_8), attempt.getBytes(UTF_8));
    }
}
