package com.klinity.identity.local;

import com.klinity.identity.local.OneTimeCode.Purpose;
import com.klinity.platform.spi.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The codes that wait for their confirmation: one an address, ten minutes, five attempts. In memory alone, so a restart
 * kills them all and a person asks for a new one. Safe for many threads.
 */
final class Codes {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final int ATTEMPTS = 5;

    private static final int MOST_WAITING = 20_000;
    private static final int POSSIBLE = 1_000_000;
    private static final int SALT_BYTES = 16;

    private final Map<EmailAddress, OneTimeCode> waiting = new HashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    Codes(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A new code for an address; the one before is dead.
     *
     * @throws Refusal 429 when too many addresses wait
     */
    synchronized String issue(EmailAddress address, Purpose purpose) {
        Instant now = clock.instant();
        makeRoom(now);
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(POSSIBLE));
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        waiting.put(address, OneTimeCode.of(purpose, code, salt, now.plus(LIFETIME), ATTEMPTS));
        return code;
    }

    /** Uses the address's code up when the attempt is right; nobody can tell why it is not. */
    synchronized Optional<Purpose> redeem(EmailAddress address, String attempt) {
        OneTimeCode code = waiting.remove(address);
        if (code == null || !code.alive(clock.instant())) {
            return Optional.empty();
        }
        if (code.matches(attempt)) {
            return Optional.of(code.purpose());
        }
        waiting.put(address, code.afterFailure());
        return Optional.empty();
    }

    private void makeRoom(Instant now) {
        if (waiting.size() < MOST_WAITING) {
            return;
        }
        waiting.values().removeIf(code -> !code.alive(now));
        if (waiting.size() >= MOST_WAITING) {
            throw Refusal.tooMany(LIFETIME);
        }
    }
}
