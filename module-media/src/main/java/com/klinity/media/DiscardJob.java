package com.klinity.media;

import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JobRunner;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Touch;
import java.util.Map;
import java.util.UUID;

/** Removes the audio of a recording whose row is gone, for whatever reason it went. */
final class DiscardJob implements JobRunner {

    /** How the core refuses to enter an account that was deleted. */
    private static final int DELETED = 401;

    private final BlobStore store;

    DiscardJob(BlobStore store) {
        this.store = store;
    }

    @Override
    public void run(JobRun run) {
        UUID recording = run.subject();
        store.delete(new BlobKey(run.account(), recording));
        try {
            run.inScope(Touch.of(Action.DELETE, "RecordingContent", recording), Map.of(), scope -> recording);
        } catch (Refusal e) {
            // A deleted account's log has ended with the entry of its deletion.
            if (e.status() != DELETED) {
                throw e;
            }
        }
    }
}
