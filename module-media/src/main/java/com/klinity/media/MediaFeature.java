package com.klinity.media;

import static com.klinity.platform.spi.Action.CREATE;
import static com.klinity.platform.spi.Action.DELETE;
import static com.klinity.platform.spi.Action.READ;

import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.Consents;
import com.klinity.media.spi.BlobStore;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.OutsideData;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Vendor;
import java.time.Duration;
import java.util.List;

/** Routes and jobs of recordings. */
final class MediaFeature implements Feature {

    private static final Access CREATES = Access.phi(CREATE, "Recording");
    private static final Access READS = Access.phi(READ, "Recording");
    private static final Access LISTENS = Access.phi(READ, "RecordingContent");
    private static final Access DELETES = Access.phi(DELETE, "Recording");

    /** Audio that nobody has a right to any more is never left where it is. */
    private static final int ATTEMPTS = Integer.MAX_VALUE;

    private static final Duration BACKOFF = Duration.ofSeconds(30);

    private final BlobStore store;
    private final Vendor vendor;
    private final RecordingUpload upload;
    private final RecordingRoutes recordings;
    private final ContentRoute content;

    MediaFeature(MediaSettings settings, BlobStore store, Adapter keeper, FeatureContext context) {
        Consents consents = context.require(Consents.class);
        this.store = store;
        this.vendor = keeper.vendor();
        this.upload = new RecordingUpload(settings, store, keeper, consents, context.changes(), context.clock());
        this.recordings = new RecordingRoutes(context.require(Appointments.class), consents);
        this.content = new ContentRoute(store);
    }

    @Override
    public void routes(Routes routes) {
        routes.upload("/v1/appointments/{id}/recordings", CREATES, upload);
        routes.get("/v1/appointments/{id}/recordings", READS, Parameters.page(), recordings::list);
        routes.get("/v1/recordings/{id}", READS, recordings::read);
        routes.stream("/v1/recordings/{id}/content", LISTENS, content::read);
        routes.delete("/v1/recordings/{id}", DELETES, recordings::delete);
    }

    @Override
    public List<JobType> jobs() {
        return List.of(
                new JobType("media.discard", 2, ATTEMPTS, BACKOFF, new DiscardJob(store)),
                new JobType(UnfinishedJob.TOPIC, 1, ATTEMPTS, BACKOFF, new UnfinishedJob(store)));
    }

    /** Its key goes with the audio, which ends every copy. */
    @Override
    public List<OutsideData> outside() {
        return List.of(new OutsideData.Removable(
                "Audio of recordings", true, vendor.legalName(), (account, rows) -> store.eraseAccount(account)));
    }

    @Override
    public void close() {
        store.close();
    }
}
