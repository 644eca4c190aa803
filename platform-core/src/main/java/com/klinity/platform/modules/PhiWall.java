package com.klinity.platform.modules;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.StartFailure;
import java.lang.module.Configuration;
import java.lang.module.ResolvedModule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves, at each start, that a vendor which declares to touch no protected health information cannot: no module that
 * holds any may be readable from its adapter, over any number of steps in the resolved module graph.
 */
public final class PhiWall {

    private final Set<String> phiModules;

    /** Around the features that hold such data. Features outside a named module, as in tests, have no wall. */
    public PhiWall(List<FeatureModule> features) {
        this(features.stream()
                .filter(feature -> feature.data().stream().anyMatch(DataKind::phi))
                .map(feature -> feature.getClass().getModule())
                .filter(Module::isNamed)
                .map(Module::getName)
                .collect(Collectors.toSet()));
    }

    PhiWall(Set<String> phiModules) {
        this.phiModules = Set.copyOf(phiModules);
    }

    /**
     * Checks one adapter.
     *
     * @throws StartFailure with the path, when there is one
     */
    public void check(LoadedAdapter<?> loaded) {
        Module module = loaded.adapter().getClass().getModule();
        if (loaded.adapter().vendor().touchesPhi() || module.getLayer() == null) {
            return;
        }
        path(module.getLayer().configuration(), module.getName()).ifPresent(path -> {
            throw new StartFailure("adapter '" + loaded.adapter().name()
                    + "' declares that it touches no PHI, but can read a module that holds some: "
                    + String.join(" → ", path) + "; remove it from " + loaded.origin());
        });
    }

    /** The shortest way from that module to one that holds such data. */
    Optional<List<String>> path(Configuration configuration, String from) {
        ResolvedModule start = configuration.findModule(from).orElseThrow();
        Map<ResolvedModule, ResolvedModule> cameFrom = new HashMap<>(Map.of(start, start));
        Deque<ResolvedModule> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            ResolvedModule module = next.remove();
            if (phiModules.contains(module.name())) {
                return Optional.of(back(module, cameFrom));
            }
            for (ResolvedModule read : module.reads()) {
                if (cameFrom.putIfAbsent(read, module) == null) {
                    next.add(read);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> back(ResolvedModule end, Map<ResolvedModule, ResolvedModule> cameFrom) {
        List<String> path = new ArrayList<>();
        for (ResolvedModule step = end; path.isEmpty() || !step.name().equals(path.getLast()); ) {
            path.add(step.name());
            step = cameFrom.getOrDefault(step, step);
        }
        return path.reversed();
    }
}
