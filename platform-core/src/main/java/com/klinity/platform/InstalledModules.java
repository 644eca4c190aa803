package com.klinity.platform;

import com.klinity.platform.modules.AdapterFolders;
import com.klinity.platform.modules.AdapterSource;
import com.klinity.platform.modules.FeatureOrder;
import com.klinity.platform.modules.GivenAdapters;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.StartFailure;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The features in their order, and where their adapters come from.
 *
 * @param features each after those it builds on
 * @param adapters where they are loaded from
 */
record InstalledModules(List<FeatureModule> features, AdapterSource adapters) {

    static InstalledModules of(Launch launch) {
        return launch.given()
                .map(given -> new InstalledModules(
                        FeatureOrder.of(given.features()), new GivenAdapters(given.adapters())))
                .orElseGet(() -> new InstalledModules(
                        FeatureOrder.of(found()),
                        new AdapterFolders(List.of(
                                launch.home().resolve("adapters"), launch.home().resolve("plugins")))));
    }

    private static List<FeatureModule> found() {
        try {
            return ServiceLoader.load(FeatureModule.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new StartFailure("a feature module cannot be loaded: " + e.getMessage(), e);
        }
    }
}
