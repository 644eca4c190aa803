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

/** Finds out how far the statements of each feature reach: to its own tables and those of the features it comes after. */
public final class FeatureReach {

    /** The name under which the core itself works. It reaches everything. */
    public static final String CORE = "platform";

    private final Map<String, FeatureModule> byName;

    private FeatureReach(List<FeatureModule> features) {
        byName = features.stream().collect(Collectors.toMap(FeatureModule::name, Function.identity()));
    }

    /** By the features' names, and the core's. */
    public static Map<String, Reach> of(List<FeatureModule> features) {
        FeatureReach all = new FeatureReach(features);
        Map<String, Reach> reaches = new LinkedHashMap<>(Map.of(CORE, Reach.ofTheCore()));
        all.byName.keySet().forEach(name -> reaches.put(name, all.reach(name)));
        return reaches;
    }

    private Reach reach(String name) {
        Set<String> schemas = new HashSet<>();
        open(name, schemas);
        return Reach.to(schemas);
    }

    private void open(String name, Set<String> schemas) {
        FeatureModule feature = byName.get(name);
        if (feature != null && schemas.add(feature.schema().name())) {
            feature.after().forEach(earlier -> open(earlier, schemas));
        }
    }
}
