package com.klinity.platform;

import com.klinity.platform.modules.AdapterFolders;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.FeatureModule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an installation holds, without starting it.
 *
 * @param lines one for each feature and each adapter folder
 */
public record Inventory(List<String> lines) {

    /** Copies the list. */
    public Inventory {
        lines = List.copyOf(lines);
    }

    /**
     * Looks at an installation.
     *
     * @throws com.klinity.platform.spi.StartFailure when its features do not fit together
     */
    public static Inventory of(Launch launch) {
        InstalledModules modules = InstalledModules.of(launch);
        Stream<String> features = modules.features().stream().map(Inventory::line);
        Stream<String> adapters = modules.adapters() instanceof AdapterFolders folders
                ? folders.all().map(Path::toString).sorted().map(folder -> "adapter  " + folder)
                : Stream.empty();
        return new Inventory(Stream.concat(features, adapters).toList());
    }

    private static String line(FeatureModule feature) {
        String data =
                feature.data().stream().map(kind -> kind.name() + phi(kind)).collect(Collectors.joining(", "));
        return "feature  " + feature.name() + "  (" + feature.getClass().getModule() + ")  holds: "
                + (data.isEmpty() ? "nothing" : data);
    }

    private static String phi(DataKind kind) {
        return kind.phi() ? " [PHI]" : "";
    }
}
