package com.klinity.identity.local;

import com.klinity.platform.spi.Call;
import java.time.Duration;
import java.time.InstantSource;

/** How often one peer, and anybody for one address, may try. Whether an address is known makes no difference. */
final class Limits {

    private static final int CODES = 10;
    private static final int ATTEMPTS = 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TokenBuckets peers;
    private final TokenBuckets codes = new TokenBuckets(CODES, MINUTE);
    private final TokenBuckets attempts = new TokenBuckets(ATTEMPTS, MINUTE);
    private final InstantSource clock;

    Limits(int requestsPerMinute, InstantSource clock) {
        this.peers = new TokenBuckets(requestsPerMinute, MINUTE.dividedBy(requestsPerMinute));
        this.clock = clock;
    }

    void call(Call call) {
        peers.take(call.peer(), clock.instant());
    }

    void codeFor(EmailAddress address) {
        codes.take(address.text(), clock.instant());
    }

    void attemptFor(EmailAddress address) {
        attempts.take(address.text(), clock.instant());
    }
}
