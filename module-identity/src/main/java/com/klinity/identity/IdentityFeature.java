package com.klinity.identity;

import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.Routes;
import java.time.InstantSource;

/** The account routes, and those of a provider that lives in this server. */
final class IdentityFeature implements Feature {

    private static final String RESOURCE = "Account";

    private final IdentityProvider provider;
    private final AccountRoutes accounts;

    IdentityFeature(IdentityProvider provider, InstantSource clock) {
        this.provider = provider;
        this.accounts = new AccountRoutes(provider, clock);
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/v1/account", Access.signedIn(Action.READ, RESOURCE), accounts::read);
        routes.patch("/v1/account", Access.signedIn(Action.UPDATE, RESOURCE), accounts::change);
        routes.post("/v1/account/sign-out", Access.signedIn(Action.REVOKE, RESOURCE), accounts::signOut);
        provider.routes(routes);
    }

    @Override
    public void close() {
        provider.close();
    }
}
