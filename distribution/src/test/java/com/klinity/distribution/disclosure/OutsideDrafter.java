package com.klinity.distribution.disclosure;

import com.klinity.documents.spi.Draft;
import com.klinity.documents.spi.DraftRequest;
import com.klinity.documents.spi.NoteDrafter;
import com.klinity.documents.spi.NoteDrafterProvider;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import java.util.List;

/** A drafter of somebody else's, which finds nothing to say. */
record OutsideDrafter(Border border) implements NoteDrafterProvider {

    @Override
    public String name() {
        return "outside-drafter";
    }

    @Override
    public Vendor vendor() {
        return Border.OUTSIDE;
    }

    @Override
    public NoteDrafter open(Settings settings) {
        return border.guard(NoteDrafter.class, new Silence());
    }

    private record Silence() implements NoteDrafter {

        @Override
        public Draft draft(DraftRequest request) {
            return new Draft(List.of());
        }
    }
}
