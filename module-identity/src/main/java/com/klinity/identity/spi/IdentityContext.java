package com.klinity.identity.spi;

import com.klinity.platform.spi.Jobs;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.Settings;
import java.net.URI;
import java.time.InstantSource;

/** What an identity provider may use of the platform. Safe for many threads. */
public interface IdentityContext {

    /** The deployer's settings; to be read while the provider opens. */
    Settings settings();

    /** The clock that tokens are issued and judged by. */
    InstantSource clock();

    /** Records and maps to JSON text and back. */
    Json json();

    /**
     * The keys an outside issuer publishes there. Does not connect yet.
     *
     * @param address https, or http on this very machine; without user information
     * @throws IllegalArgumentException when it is another kind of address
     */
    JwksSource keysAt(URI address);

    /** Where mail is left for the notifications feature. Usable once the server has started. */
    Jobs jobs();

    /** Where this server is reached. Usable once the server has started. */
    URI serverAddress();
}
