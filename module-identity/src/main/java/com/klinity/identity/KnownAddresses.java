package com.klinity.identity;

import com.klinity.identity.spi.IdentityFailure;
import com.klinity.identity.spi.IdentityProvider;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/** The e-mail addresses that the provider knows. Blocks while it is asked. */
record KnownAddresses(IdentityProvider provider) {

    private static final System.Logger LOG = System.getLogger(KnownAddresses.class.getName());

    /** Empty also when the provider cannot tell: an account without its address is still worth showing. */
    Optional<String> of(UUID account) {
        try {
            return provider.email(account);
        } catch (IdentityFailure e) {
            LOG.log(Level.WARNING, "the identity provider could not tell an e-mail address: {0}", e.code());
            return Optional.empty();
        }
    }
}
