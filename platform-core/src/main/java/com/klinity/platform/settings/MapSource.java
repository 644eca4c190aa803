package com.klinity.platform.settings;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Settings as they stand in a map, by key or by the key's environment variable. */
record MapSource(String name, int ordinal, Map<String, String> values, boolean listed) implements ConfigSource {

    /** Copies the map. */
    MapSource {
        values = Map.copyOf(values);
    }

    MapSource(String name, int ordinal, Map<String, String> values) {
        this(name, ordinal, values, true);
    }

    /** None where the deployer did not name them as settings, so that none is a stranger. */
    @Override
    public Set<String> getPropertyNames() {
        return listed ? values.keySet() : Set.of();
    }

    @Override
    public @Nullable String getValue(String key) {
        return values.getOrDefault(key, values.get(KnownKeys.variable(key)));
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getOrdinal() {
        return ordinal;
    }
}
