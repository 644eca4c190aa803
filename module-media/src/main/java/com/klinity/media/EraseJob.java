package com.klinity.media;

import com.klinity.media.spi.BlobStore;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JobRunner;

/**
 * Destroys the key and the audio of an account that was deleted. Leaves no entry of its own: the deletion of the
 * account is in the log already, and a deleted account takes part in nothing new.
 */
final class EraseJob implements JobRunner {

    private final BlobStore store;

    EraseJob(BlobStore store) {
        this.store = store;
    }

    @Override
    public void run(JobRun run) {
        store.eraseAccount(run.account());
    }
}
