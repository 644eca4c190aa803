package com.klinity.platform.erasure;

import com.klinity.platform.database.RetiredFeature;
import com.klinity.platform.spi.AfterDeletion;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.OutsideData;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a feature holds of accounts.
 *
 * @param buildsOn features whose data must outlast this one's
 */
record Holding(String feature, List<String> buildsOn, List<DataKind> kinds, List<OutsideData> outside) {

    /** What the core holds itself; erased last. */
    static final Holding KERNEL = new Holding(
            "platform",
            List.of(),
            List.of(
                    new DataKind(
                            "Account record",
                            false,
                            "For good, as a tombstone without the e-mail address.",
                            List.of("identity.users"),
                            new AfterDeletion.Kept(
                                    "Its id and times stay, so that the id is never given to anybody again.")),
                    new DataKind(
                            "Requests that may be repeated",
                            true,
                            "For 24 hours: status, place and ids of what was done, and a keyed digest of what was"
                                    + " sent.",
                            List.of("platform.idempotency"))),
            List.of());

    /** Of the core and the features, each after those it builds on. */
    static List<Holding> of(Map<FeatureModule, Feature> features) {
        return Stream.concat(Stream.of(KERNEL), features.entrySet().stream().map(Holding::of))
                .toList();
    }

    /** Of a feature that is not loaded. What it kept outside the database only that feature could reach. */
    static Holding of(RetiredFeature feature, List<String> loaded) {
        return new Holding(
                feature.name(),
                loaded,
                feature.kinds(),
                List.of(new OutsideData.Remaining(
                        "What it kept outside the database",
                        true,
                        "unknown",
                        "The feature was taken out of this server; what it kept elsewhere, only it can remove.")));
    }

    private static Holding of(Map.Entry<FeatureModule, Feature> feature) {
        FeatureModule module = feature.getKey();
        return new Holding(
                module.name(), module.after(), module.data(), feature.getValue().outside());
    }
}
