package com.klinity.identity;

import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.OutsideData;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Vendor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The account routes, and those of a provider that lives in this server. */
final class IdentityFeature implements Feature {

    private static final String RESOURCE = "Account";
    private static final Duration BACKOFF = Duration.ofSeconds(1);

    private final IdentityProvider provider;
    private final Vendor vendor;
    private final AccountRoutes accounts;
    private final AccountReading reading;
    private final SignOutJob signOut;

    IdentityFeature(IdentityProvider provider, Vendor vendor, InstantSource clock, Obeyed obeyed) {
        this.provider = provider;
        this.vendor = vendor;
        AwaitedSignOuts awaited = new AwaitedSignOuts(clock);
        KnownAddresses addresses = new KnownAddresses(provider);
        this.accounts = new AccountRoutes(clock, awaited, obeyed);
        this.reading = new AccountReading(addresses);
        this.signOut = new SignOutJob(provider, addresses, awaited, clock);
    }

    @Override
    public void routes(Routes routes) {
        routes.staged(Method.GET, "/v1/account", Access.signedIn(Action.READ, RESOURCE), reading);
        routes.patch("/v1/account", Access.signedIn(Action.UPDATE, RESOURCE), accounts::change);
        routes.post("/v1/account/sign-out", Access.signedIn(Action.REVOKE, RESOURCE), accounts::signOut);
        provider.routes(routes);
    }

    /** Never given up: who signed out relies on it. */
    @Override
    public List<JobType> jobs() {
        return List.of(new JobType(SignOutJob.TOPIC, 2, Integer.MAX_VALUE, BACKOFF, signOut));
    }

    @Override
    public List<OutsideData> outside() {
        return List.of(new OutsideData.Removable(
                "User at the identity provider",
                false,
                vendor.legalName(),
                (account, rows) -> provider.deleteUser(account)));
    }

    @Override
    public void close() {
        provider.close();
    }
}
