package com.klinity.documents;

import com.klinity.documents.drafting.ExtractiveDrafter;
import com.klinity.documents.spi.NoteDrafter;
import com.klinity.documents.spi.NoteDrafterProvider;
import com.klinity.platform.spi.FeatureContext;

/**
 * The drafter that the settings name.
 *
 * @param name    as in the settings
 * @param builtIn whether transcripts stay on this server, within this module
 */
record ConfiguredDrafter(String name, boolean builtIn, NoteDrafter drafter) {

    private static final String KEY = "klinity.documents.drafter";

    static ConfiguredDrafter of(FeatureContext context) {
        String name = context.settings().text(KEY, ExtractiveDrafter.NAME);
        if (name.equals(ExtractiveDrafter.NAME)) {
            return new ConfiguredDrafter(name, true, new ExtractiveDrafter());
        }
        NoteDrafterProvider provider = context.adapter(NoteDrafterProvider.class, KEY, ExtractiveDrafter.NAME);
        return new ConfiguredDrafter(name, false, provider.open(context.settings()));
    }
}
