package com.klinity.documents;

import com.klinity.documents.drafting.ExtractiveDrafter;
import com.klinity.documents.spi.NoteDrafter;
import com.klinity.documents.spi.NoteDrafterProvider;
import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Vendor;

/**
 * The drafter that the settings name.
 *
 * @param name    as in the settings
 * @param vendor  who stands behind it
 * @param builtIn whether transcripts stay within this module
 */
record ConfiguredDrafter(String name, Vendor vendor, boolean builtIn, NoteDrafter drafter) implements Adapter {

    private static final String KEY = "klinity.documents.drafter";
    private static final Vendor OWN = Vendor.builtIn("drafts notes by rules", true);

    static ConfiguredDrafter of(FeatureContext context) {
        String name = context.settings().text(KEY, ExtractiveDrafter.NAME);
        if (name.equals(ExtractiveDrafter.NAME)) {
            return new ConfiguredDrafter(name, OWN, true, new ExtractiveDrafter());
        }
        NoteDrafterProvider provider = context.adapter(NoteDrafterProvider.class, KEY, ExtractiveDrafter.NAME);
        return new ConfiguredDrafter(name, provider.vendor(), false, provider.open(context.settings()));
    }
}
