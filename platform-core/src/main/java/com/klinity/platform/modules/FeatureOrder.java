package com.klinity.platform.modules;

import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.StartFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts features in an order in which each comes after those it builds on; the same one at every start. */
public final class FeatureOrder {

    private final Map<String, FeatureModule> byName = new TreeMap<>();
    private final Map<String, FeatureModule> ordered = new LinkedHashMap<>();

    private FeatureOrder(Collection<FeatureModule> modules) {
        List<String> faults = new ArrayList<>();
        for (FeatureModule module : modules) {
            if (byName.putIfAbsent(module.name(), module) != null) {
                faults.add("feature '" + module.name() + "' is there twice; remove one of its jars");
            }
            if (module.platformVersion() != Platform.SPI_VERSION) {
                faults.add("feature '" + module.name() + "' was built for platform " + module.platformVersion()
                        + ", this is " + Platform.SPI_VERSION + "; install a matching release");
            }
        }
        if (!faults.isEmpty()) {
            throw new StartFailure(faults);
        }
    }

    /**
     * The order.
     *
     * @throws StartFailure when a feature is there twice, was built for another platform, needs one that is not there, or
     *     they need each other in a circle
     */
    public static List<FeatureModule> of(Collection<FeatureModule> modules) {
        FeatureOrder order = new FeatureOrder(modules);
        order.byName.keySet().forEach(name -> order.place(name, new LinkedHashSet<>()));
        return List.copyOf(order.ordered.values());
    }

    private void place(String name, Set<String> waiting) {
        if (ordered.containsKey(name)) {
            return;
        }
        FeatureModule module = byName.get(name);
        if (module == null) {
            throw new StartFailure("feature '" + name + "' is missing, needed by " + String.join(", ", waiting));
        }
        if (!waiting.add(name)) {
            throw new StartFailure("features need each other in a circle: " + String.join(" → ", waiting));
        }
        module.after().forEach(earlier -> place(earlier, waiting));
        waiting.remove(name);
        ordered.put(name, module);
    }
}
