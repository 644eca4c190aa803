package com.klinity.identity.spi;

import com.klinity.platform.spi.Adapter;

/** An identity provider that the setting {@code klinity.identity.provider} can name. */
public interface IdentityAdapter extends Adapter {

    /**
     * Reads the settings and makes the provider ready. Called once, before the server takes requests.
     *
     * @throws com.klinity.platform.spi.StartFailure when it cannot work, with a sentence a deployer can act on
     */
    IdentityProvider open(IdentityContext context);
}
