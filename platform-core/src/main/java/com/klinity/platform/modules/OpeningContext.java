package com.klinity.platform.modules;

import com.klinity.platform.security.HttpJwksSource;
import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Jobs;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.TrustedIssuer;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The context features open with. What is only there once the server runs is fetched when it is asked for. */
public final class OpeningContext implements FeatureContext {

    private final Settings settings;
    private final InstantSource clock;
    private final Json json;
    private final AdapterSource adapters;
    private final Supplier<Jobs> jobs;
    private final Supplier<URI> address;
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private final List<LoadedAdapter<?>> loaded = new ArrayList<>();
    private Optional<TrustedIssuer> issuer = Optional.empty();

    /** With what every feature gets; the suppliers are asked after the start only. */
    public OpeningContext(
            Settings settings,
            InstantSource clock,
            Json json,
            AdapterSource adapters,
            Supplier<Jobs> jobs,
            Supplier<URI> address) {
        this.settings = settings;
        this.clock = clock;
        this.json = json;
        this.adapters = adapters;
        this.jobs = jobs;
        this.address = address;
    }

    /** The issuer that a feature named. */
    public TrustedIssuer issuer() {
        return issuer.orElseThrow(
                () -> new StartFailure("no feature names a trusted issuer; install the identity feature"));
    }

    /** The adapters that were loaded, in order. */
    public List<LoadedAdapter<?>> loaded() {
        return List.copyOf(loaded);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Json json() {
        return json;
    }

    @Override
    public <A extends Adapter> A adapter(Class<A> type, String key, String fallback) {
        LoadedAdapter<A> adapter = adapters.load(type, settings.text(key, fallback));
        loaded.add(adapter);
        return adapter.adapter();
    }

    @Override
    public <T> void share(Class<T> type, T object) {
        if (shared.putIfAbsent(type, object) != null) {
            throw new IllegalStateException(type.getName() + " was shared before");
        }
    }

    @Override
    public <T> T require(Class<T> type) {
        Object object = shared.get(type);
        if (object == null) {
            throw new StartFailure("no feature offers " + type.getName() + "; install the one that does");
        }
        return type.cast(object);
    }

    @Override
    public void trust(TrustedIssuer trusted) {
        if (issuer.isPresent()) {
            throw new StartFailure("two features name a trusted issuer; install one of them");
        }
        issuer = Optional.of(trusted);
    }

    @Override
    public JwksSource keysAt(URI jwks) {
        return new HttpJwksSource(jwks);
    }

    @Override
    public Jobs jobs() {
        return jobs.get();
    }

    @Override
    public URI serverAddress() {
        return address.get();
    }
}
