package com.klinity.media;

import static com.klinity.platform.spi.Action.DELETE;

import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JobRunner;
import com.klinity.platform.spi.Touch;
import java.util.Map;
import java.util.UUID;

/**
 * Puts away an upload that nobody has heard of for too long: its server died, or could not clean up. First it can be put
 * on record no more, then its audio goes, then its row, and with that this job.
 */
final class UnfinishedJob implements JobRunner {

    static final String TOPIC = "media.unfinished";

    private static final String RESOURCE = "UnfinishedUpload";

    private final BlobStore store;

    UnfinishedJob(BlobStore store) {
        this.store = store;
    }

    @Override
    public void run(JobRun run) {
        UUID id = run.subject();
        boolean ended = run.inScope(
                Touch.of(DELETE, RESOURCE, id), Map.of("step", "ended"), scope -> UploadTable.end(scope, id));
        if (ended) {
            store.delete(new BlobKey(run.account(), id));
            run.inScope(Touch.of(DELETE, RESOURCE, id), Map.of("step", "removed"), scope -> {
                UploadTable.forget(scope, id);
                return id;
            });
        }
    }
}
