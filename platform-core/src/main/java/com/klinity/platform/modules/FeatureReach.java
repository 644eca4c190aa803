package com.klinity.platform.modules;

import com.klinity.platform.database.Reach;
import com.klinity.platform.spi.FeatureModule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out how far the statements of each feature reach: to its own tables and those of the features it comes after. */
public final class FeatureReach {

    /** The name under which the core itself works. It reaches everything. */
    public static final String CORE = "platform";

    /** Schemas of the core; the features that present what is in them share their names. */
    private static final Set<String> OF_THE_CORE = Set.of(CORE, "identity", "audit");

    private final Map<String, FeatureModule> byName;
    private final Set<String> schemas;

    private FeatureReach(List<FeatureModule> features) {
        byName = features.stream().collect(Collectors.toMap(FeatureModule::name, Function.identity()));
        schemas = Stream.concat(OF_THE_CORE.stream(), byName.keySet().stream()).collect(Collectors.toSet());
    }

    /** By the features' names, and the core's. */
    public static Map<String, Reach> of(List<FeatureModule> features) {
        FeatureReach all = new FeatureReach(features);
        Map<String, Reach> reaches = new LinkedHashMap<>(Map.of(CORE, new Reach(Set.of())));
        all.byName.keySet().forEach(name -> reaches.put(name, all.reach(name)));
        return reaches;
    }

    private Reach reach(String name) {
        Set<String> closed = new HashSet<>(schemas);
        open(name, closed);
        return new Reach(closed);
    }

    private void open(String name, Set<String> closed) {
        closed.remove(name);
        FeatureModule feature = byName.get(name);
        if (feature != null) {
            feature.after().forEach(earlier -> open(earlier, closed));
        }
    }
}
