package com.klinity.identity.oidc;

import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.TrustedIssuer;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/**
 * An issuer that cannot be asked about its users. What the platform can do without it, it does: access tokens from before
 * a sign-out are refused however they were got, and a deleted account stays closed. The rest is the issuer's duty.
 */
final class OidcProvider implements IdentityProvider {

    private static final System.Logger LOG = System.getLogger(OidcProvider.class.getName());

    private final TrustedIssuer issuer;

    OidcProvider(TrustedIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public TrustedIssuer issuer() {
        return issuer;
    }

    /** Nobody can be asked. */
    @Override
    public Optional<String> email(UUID subject) {
        return Optional.empty();
    }

    /** Nothing to do: a token is as old as its sign-in, so what older refresh tokens bring is refused. */
    @Override
    public void signOutEverywhere(UUID subject) {}

    /** The account is closed by its tombstone; that the issuer forgets the person takes somebody's hand. */
    @Override
    public void deleteUser(UUID subject) {
        LOG.log(
                Level.WARNING,
                "account deleted; remove the user whose sub is {0} at {1} as well",
                subject,
                issuer.issuer());
    }
}
