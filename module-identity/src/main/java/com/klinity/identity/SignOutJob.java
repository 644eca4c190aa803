package com.klinity.identity;

import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JobRunner;
import com.klinity.platform.spi.Touch;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the sign-ins of an account at the provider, until that is certain. Then the account is marked once more, for a
 * refresh token may have brought an access token between the first mark and its own end, and a notice is left for the
 * address that is known by then.
 */
record SignOutJob(IdentityProvider provider, KnownAddresses addresses, AwaitedSignOuts awaited, InstantSource clock)
        implements JobRunner {

    static final String TOPIC = "identity.sign-out";

    private static final String SIGNED_OUT_MAIL = "notifications.signed-out";

    @Override
    public void run(JobRun run) {
        try {
            signOut(run);
        } finally {
            awaited.ended(run.subject());
        }
    }

    private void signOut(JobRun run) {
        provider.signOutEverywhere(run.account());
        Optional<String> address = addresses.of(run.account());
        run.inScope(Touch.of(Action.REVOKE, "Account", run.account()), Map.of("provider", "signed-out"), scope -> {
            AccountTable table = new AccountTable(scope);
            table.signOut(clock.instant());
            if (table.find().account().email() == null) {
                address.ifPresent(table::remember);
            }
            scope.enqueue(SIGNED_OUT_MAIL, run.subject());
            return scope.account();
        });
    }
}
