package com.klinity.identity.local;

import com.klinity.platform.spi.Call;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How often one peer may try, for all addresses and for each, and how often all peers together may for one. Whether an
 * address is known makes no difference.
 *
 * <p>Nobody keeps another out: a peer uses up its own attempts. Those of all peers together are bounded so that a million
 * possible codes are enough: at most 200 at once and 144 a day from peers that asked for the code, 100 and 144 from others,
 * against at most three codes at a time. That is 3 × 588 / 1,000,000 on the first day, 0.2 percent, for somebody who has
 * hundreds of addresses; from one, 3 × 116 / 1,000,000. One peer earns attempts more slowly than all together, so it can
 * never use up theirs.
 */
final class Limits {

    private static final int CODES = 10;
    private static final int ATTEMPTS = 20;
    private static final int MAILS = 30;
    private static final int ATTEMPTS_OF_ASKERS = 200;
    private static final int ATTEMPTS_OF_OTHERS = 100;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration REFILL_OF_ONE = Duration.ofMinutes(15);
    private static final Duration REFILL_OF_ALL = Duration.ofMinutes(10);

    private final TokenBuckets peers;
    private final TokenBuckets codes = new TokenBuckets(CODES, MINUTE);
    private final TokenBuckets mails = new TokenBuckets(MAILS, MINUTE);
    private final TokenBuckets attempts = new TokenBuckets(ATTEMPTS, REFILL_OF_ONE);
    private final TokenBuckets ofAskers = new TokenBuckets(ATTEMPTS_OF_ASKERS, REFILL_OF_ALL);
    private final TokenBuckets ofOthers = new TokenBuckets(ATTEMPTS_OF_OTHERS, REFILL_OF_ALL);
    private final InstantSource clock;

    Limits(int requestsPerMinute, InstantSource clock) {
        this.peers = new TokenBuckets(requestsPerMinute, MINUTE.dividedBy(requestsPerMinute));
        this.clock = clock;
    }

    void call(Call call) {
        peers.take(Peer.of(call), clock.instant());
    }

    void codeFor(EmailAddress address, String peer) {
        codes.take(of(address, peer), clock.instant());
    }

    /** Whether an address may get one more mail that tells nothing new. */
    boolean mayMail(EmailAddress address) {
        return mails.took(address.text(), clock.instant());
    }

    /** Counts an attempt, also a right one. */
    void attemptFor(EmailAddress address, String peer, boolean hasAsked) {
        attempts.take(of(address, peer), clock.instant());
        (hasAsked ? ofAskers : ofOthers).take(address.text(), clock.instant());
    }

    private static String of(EmailAddress address, String peer) {
        return peer + " " + address.text();
    }
}
