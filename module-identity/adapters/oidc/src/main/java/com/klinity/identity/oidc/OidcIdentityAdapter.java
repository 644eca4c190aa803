package com.klinity.identity.oidc;

import com.klinity.identity.spi.IdentityAdapter;
import com.klinity.identity.spi.IdentityContext;
import com.klinity.identity.spi.IdentityProvider;
import com.klinity.identity.spi.IssuerSettings;
import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.TokenProfile;
import com.klinity.platform.spi.TrustedIssuer;
import com.klinity.platform.spi.Vendor;
import java.net.URI;
import java.util.List;

/** Opens an issuer that is named by settings alone. */
public final class OidcIdentityAdapter implements IdentityAdapter {

    private volatile String host = "<klinity.identity.issuer>";

    /** For the service loader. */
    public OidcIdentityAdapter() {}

    @Override
    public String name() {
        return "oidc";
    }

    /** Names the issuer once it is opened; who runs it, and where, the deployer knows. */
    @Override
    public Vendor vendor() {
        return new Vendor(
                "The operator of " + host,
                "sign-up and sign-in of practitioners (OpenID Connect)",
                List.of("where " + host + " is run"),
                false,
                List.of(host),
                "the deployer's with the operator of " + host);
    }

    @Override
    public IdentityProvider open(IdentityContext context) {
        IssuerSettings settings = new IssuerSettings(context.settings());
        String issuer = settings.issuer();
        host = URI.create(issuer).getHost();
        JwksSource keys = settings.keys().map(context::keysAt).orElseGet(() -> new DiscoveredKeys(issuer, context));
        return new OidcProvider(new TrustedIssuer(issuer, settings.clientId(), TokenProfile.OIDC, keys));
    }
}
