package com.klinity.platform.server;

import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Upload;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that an upload which was admitted is either recorded or leaves nothing. Where nobody can say whether it was
 * recorded, what the upload wrote when it was admitted decides later.
 *
 * @param inScope runs something in a scope of the call's account
 */
record UploadEnd<T>(Upload<T> upload, Incoming call, Consumer<Runnable> inScope) {

    private static final System.Logger LOG = System.getLogger(UploadEnd.class.getName());

    /** The body still arrives. A database that is away just now costs the upload nothing. */
    void progress() {
        try {
            inScope.accept(() -> upload.progress(call));
        } catch (DatabaseFailure e) {
            LOG.log(System.Logger.Level.DEBUG, "an upload could not be told to go on: {0}", e.getMessage());
        }
    }

    /** Undoes it after that failure, which is given back unless there is something better to tell. */
    RuntimeException undo(@Nullable T received, RuntimeException failure) {
        if (AccountCalls.isUncertain(failure)) {
            return Refusal.uncertain();
        }
        try {
            undo(received);
            return failure;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    /** Undoes it because it was recorded before. */
    void putAway(@Nullable T received) {
        try {
            undo(received);
        } catch (Refusal refusal) {
            LOG.log(System.Logger.Level.DEBUG, "an upload that was sent again is put away later: {0}", refusal.slug());
        }
    }

    /**
     * Undoes it.
     *
     * @throws Refusal when the account may not act, or something is left
     */
    private void undo(@Nullable T received) {
        if (received != null) {
            upload.discard(received);
        }
        try {
            inScope.accept(() -> upload.abandon(call));
        } catch (DatabaseFailure e) {
            LOG.log(System.Logger.Level.WARNING, "an upload that failed is put away later: {0}", e.getMessage());
        }
    }
}
