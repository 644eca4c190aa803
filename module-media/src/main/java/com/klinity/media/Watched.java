package com.klinity.media;

import com.klinity.appointments.api.Consents;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Changes;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The appointment of one upload, from before its consent is asked for until the upload ends: whoever withdraws it, on
 * whatever server, is heard of at once.
 */
final class Watched {

    private final AtomicBoolean changed = new AtomicBoolean();
    private final Changes.Watch watch;

    Watched(Changes changes, Call call, UUID appointment) {
        this.watch = changes.watch(call.account(), Consents.TOLD_BY, appointment, () -> changed.set(true));
    }

    /** Whether there is word that nobody has looked after yet. */
    boolean isChanged() {
        return changed.get();
    }

    /** Looks after it; what could not be seen is looked after again. */
    void look(Runnable look) {
        changed.set(false);
        boolean seen = false;
        try {
            look.run();
            seen = true;
        } finally {
            if (!seen) {
                changed.set(true);
            }
        }
    }

    void end() {
        watch.close();
    }
}
