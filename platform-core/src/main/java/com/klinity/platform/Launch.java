package com.klinity.platform;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.FeatureModule;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to start.
 *
 * @param home     the installation: {@code adapters/}, {@code plugins/}, {@code conf/} and {@code lib/} lie there
 * @param settings what the command itself decides, before every other source
 * @param ambient  whether environment variables and system properties count
 * @param given    features and adapters to use instead of the installed ones, for servers inside a test
 */
public record Launch(Path home, Map<String, String> settings, boolean ambient, Optional<Given> given) {

    /** Features and adapters that the caller made, and the time they live in; the database keeps its own. */
    public record Given(List<FeatureModule> features, List<Adapter> adapters, InstantSource clock) {

        /** Copies the lists. */
        public Given {
            features = List.copyOf(features);
            adapters = List.copyOf(adapters);
        }
    }

    /** Copies the map. */
    public Launch {
        settings = Map.copyOf(settings);
    }

    /** What is installed, with the deployer's settings. */
    public static Launch installed(Path home, Map<String, String> settings) {
        return new Launch(home, settings, true, Optional.empty());
    }
}
