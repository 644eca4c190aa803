package com.klinity.platform;

import com.klinity.platform.database.RetiredFeature;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which features the deployer says stay out, though their data is there. Without a word of theirs a server does not start
 * beside data that no deletion of an account would reach.
 */
record Retirement(Set<String> features) {

    private static final System.Logger LOG = System.getLogger(Retirement.class.getName());

    private static final String KEY = "klinity.features.retired";

    static Retirement read(Settings settings, List<FeatureModule> loaded) {
        Set<String> names = settings.optionalText(KEY).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (loaded.stream().map(FeatureModule::name).anyMatch(names::contains)) {
            settings.fault(KEY, "names a feature that is installed; take it out of the list");
        }
        return new Retirement(names);
    }

    /** One line for each feature that is out without a word. */
    List<String> faults(List<RetiredFeature> found) {
        return found.stream()
                .filter(feature -> feature.filled() > 0 && !features.contains(feature.name()))
                .map(RetiredFeature::fault)
                .toList();
    }

    /** Tells of those whose data stays until its accounts are deleted. */
    void tell(List<RetiredFeature> found) {
        found.stream()
                .filter(feature -> feature.filled() > 0)
                .forEach(feature -> LOG.log(
                        System.Logger.Level.WARNING,
                        "feature {0} was taken out; {1} of its tables hold data, which is erased with its accounts",
                        feature.name(),
                        feature.filled()));
    }
}
