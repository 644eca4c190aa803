package com.klinity.identity;

import com.klinity.identity.spi.IdentityContext;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Jobs;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.Settings;
import java.net.URI;
import java.time.InstantSource;

/** The part of the feature's context that a provider sees. */
record ProviderContext(FeatureContext feature) implements IdentityContext {

    @Override
    public Settings settings() {
        return feature.settings();
    }

    @Override
    public InstantSource clock() {
        return feature.clock();
    }

    @Override
    public Json json() {
        return feature.json();
    }

    @Override
    public JwksSource keysAt(URI address) {
        return feature.keysAt(address);
    }

    @Override
    public Jobs jobs() {
        return feature.jobs();
    }

    @Override
    public URI serverAddress() {
        return feature.serverAddress();
    }
}
