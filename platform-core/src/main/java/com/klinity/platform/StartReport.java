package com.klinity.platform;

import com.klinity.platform.modules.LoadedAdapter;
import com.klinity.platform.spi.FeatureModule;
import java.lang.System.Logger.Level;
import java.util.List;

/** Says what was loaded, from where, and which vendors it speaks to. */
final class StartReport {

    private static final System.Logger LOG = System.getLogger(StartReport.class.getName());

    private StartReport() {}

    static void log(boolean production, List<FeatureModule> features, List<LoadedAdapter<?>> adapters) {
        for (FeatureModule feature : features) {
            LOG.log(Level.INFO, "feature {0} from {1}", feature.name(), feature.getClass().getModule());
        }
        for (LoadedAdapter<?> loaded : adapters) {
            LOG.log(
                    Level.INFO,
                    "adapter {0} from {1}: {2}, PHI: {3}",
                    loaded.adapter().name(),
                    loaded.origin(),
                    loaded.adapter().vendor().legalName(),
                    loaded.adapter().vendor().touchesPhi() ? "yes" : "no");
        }
        if (!production) {
            LOG.log(
                    Level.WARNING,
                    "EVALUATION MODE: built-in issuer, database and stores; not for patients. Set"
                            + " klinity.mode=production for real use.");
        }
    }
}
