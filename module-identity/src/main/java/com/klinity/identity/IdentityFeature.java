package com.klinity.identity;

import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.OutsideData;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Vendor;
import java.time.InstantSource;
import java.util.List;

/** The account routes, and those of a provider that lives in this server. */
final class IdentityFeature implements Feature {

    private static final String RESOURCE = "Account";

    private final IdentityProvider provider;
    private final Vendor vendor;
    private final AccountRoutes accounts;

    IdentityFeature(IdentityProvider provider, Vendor vendor, InstantSource clock) {
        this.provider = provider;
        this.vendor = vendor;
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
