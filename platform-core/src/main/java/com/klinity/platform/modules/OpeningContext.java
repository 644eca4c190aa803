package com.klinity.platform.modules;

import com.klinity.platform.database.Reach;
import com.klinity.platform.security.HttpJwksSource;
import com.klinity.platform.settings.ConfiguredSettings;
import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.AuditHeads;
import com.klinity.platform.spi.Changes;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Jobs;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.TrustedIssuer;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the contexts that features open with share. What is only there once the server runs is fetched when it is asked
 * for.
 */
public final class OpeningContext {

    private final ConfiguredSettings settings;
    private final InstantSource clock;
    private final Json json;
    private final AdapterSource adapters;
    private final Changes changes;
    private final Supplier<Jobs> jobs;
    private final Supplier<AuditHeads> auditHeads;
    private final Supplier<URI> address;
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private final Map<String, Set<String>> obeyed = new ConcurrentHashMap<>();
    private final List<LoadedAdapter<?>> loaded = new ArrayList<>();
    private Optional<TrustedIssuer> issuer = Optional.empty();

    /** With what every feature gets; the suppliers are asked after the start only. */
    public OpeningContext(
            ConfiguredSettings settings,
            InstantSource clock,
            Json json,
            AdapterSource adapters,
            Changes changes,
            Supplier<Jobs> jobs,
            Supplier<AuditHeads> auditHeads,
            Supplier<URI> address) {
        this.settings = settings;
        this.clock = clock;
        this.json = json;
        this.adapters = adapters;
        this.changes = changes;
        this.jobs = jobs;
        this.auditHeads = auditHeads;
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

    /**
     * The context of one feature.
     *
     * @param feature its name
     * @param all     how far the statements of each reach, by the names of all features and of the core
     */
    public FeatureContext of(String feature, Map<String, Reach> all) {
        Set<String> chosen = ConcurrentHashMap.newKeySet();
        Set<String> features = new HashSet<>(all.keySet());
        features.remove(FeatureReach.CORE);
        KeyOwners owners = new KeyOwners(features, adapters.names());
        Reach reach = Objects.requireNonNull(all.get(feature));
        return new FeatureView(this, feature, reach, chosen, settings.guardedBy(owners.guard(feature, chosen)));
    }

    InstantSource clock() {
        return clock;
    }

    Json json() {
        return json;
    }

    <A extends Adapter> A load(Class<A> type, String name) {
        LoadedAdapter<A> adapter = adapters.load(type, name);
        loaded.add(adapter);
        return adapter.adapter();
    }

    <T> void share(Class<T> type, T object) {
        if (shared.putIfAbsent(type, object) != null) {
            throw new IllegalStateException(type.getName() + " was shared before");
        }
    }

    <T> T require(Class<T> type) {
        Object object = shared.get(type);
        if (object == null) {
            throw new StartFailure("no feature offers " + type.getName() + "; install the one that does");
        }
        return type.cast(object);
    }

    void obey(String setting, Set<String> values) {
        obeyed.computeIfAbsent(setting, _ -> ConcurrentHashMap.newKeySet()).addAll(values);
    }

    Set<String> obeyed(String setting) {
        return Set.copyOf(obeyed.getOrDefault(setting, Set.of()));
    }

    void trust(TrustedIssuer trusted) {
        if (issuer.isPresent()) {
            throw new StartFailure("two features name a trusted issuer; install one of them");
        }
        issuer = Optional.of(trusted);
    }

    JwksSource keysAt(URI jwks) {
        return new HttpJwksSource(jwks);
    }

    Changes changes() {
        return changes;
    }

    Jobs jobs() {
        return jobs.get();
    }

    AuditHeads auditHeads() {
        return auditHeads.get();
    }

    URI serverAddress() {
        return address.get();
    }
}
