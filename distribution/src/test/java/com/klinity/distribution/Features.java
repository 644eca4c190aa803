package com.klinity.distribution;

import com.klinity.platform.spi.FeatureModule;
import java.lang.module.ModuleDescriptor.Provides;
import java.util.List;

/** The features of the tree. */
public final class Features {

    private Features() {}

    /** What the module descriptors provide, so that a new feature is here by being there. */
    public static List<FeatureModule> all() {
        return SourceTree.modules().values().stream()
                .flatMap(module -> module.provides().stream())
                .filter(provided -> provided.service().equals(FeatureModule.class.getName()))
                .map(Features::made)
                .toList();
    }

    private static FeatureModule made(Provides provided) {
        try {
            return Class.forName(provided.providers().getFirst())
                    .asSubclass(FeatureModule.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
