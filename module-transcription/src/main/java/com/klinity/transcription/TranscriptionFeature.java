package com.klinity.transcription;

import static com.klinity.platform.spi.Access.phi;
import static com.klinity.platform.spi.Access.signedIn;

import com.klinity.appointments.api.Consents;
import com.klinity.media.api.Recordings;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.OutsideData;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Routes;
import java.time.Duration;
import java.util.List;

/** The table of contents: every route of transcripts, and the job behind them. */
final class TranscriptionFeature implements Feature {

    static final String TRANSCRIPT = "Transcript";
    private static final String CAPABILITIES = "TranscriptionCapabilities";

    private static final int ATTEMPTS = 5;
    private static final Duration BACKOFF = Duration.ofSeconds(5);

    private final Engine engine;
    private final int concurrency;
    private final CapabilityRoutes capabilities;
    private final TranscriptRoutes transcripts;
    private final ChangeRoutes changes;
    private final EventRoute events;
    private final TranscribeJob job;

    TranscriptionFeature(FeatureContext context, Engine engine, WaitingBudget budget, int concurrency) {
        Running running = new Running();
        Recordings recordings = context.require(Recordings.class);
        Consents consents = context.require(Consents.class);
        this.engine = engine;
        this.concurrency = concurrency;
        this.capabilities = new CapabilityRoutes(engine);
        this.transcripts = new TranscriptRoutes(recordings, consents, engine, budget, context.json(), context.clock());
        this.changes = new ChangeRoutes(recordings, consents, engine, running, budget, context.json(), context.clock());
        this.events = new EventRoute(running, context.changes(), new Looks(), context.json());
        this.job = new TranscribeJob(recordings, consents, engine, running, context.json(), context.clock());
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/v1/transcription/capabilities", signedIn(Action.READ, CAPABILITIES), capabilities::read);
        routes.post("/v1/recordings/{id}/transcripts", phi(Action.CREATE, TRANSCRIPT), transcripts::create);
        routes.get(
                "/v1/recordings/{id}/transcripts", phi(Action.READ, TRANSCRIPT), Parameters.page(), transcripts::list);
        routes.get("/v1/transcripts/{id}", phi(Action.READ, TRANSCRIPT), transcripts::read);
        routes.patch("/v1/transcripts/{id}", phi(Action.UPDATE, TRANSCRIPT), changes::correct);
        routes.stream("/v1/transcripts/{id}/events", phi(Action.READ, TRANSCRIPT), events::follow);
        routes.post("/v1/transcripts/{id}/retry", phi(Action.UPDATE, TRANSCRIPT), changes::retry);
        routes.post("/v1/transcripts/{id}/cancel", phi(Action.UPDATE, TRANSCRIPT), changes::cancel);
    }

    @Override
    public List<JobType> jobs() {
        return List.of(new JobType(TranscribeJob.TOPIC, concurrency, ATTEMPTS, BACKOFF, job));
    }

    /** Nothing where the engine works on this server. */
    @Override
    public List<OutsideData> outside() {
        return engine.copy() == VendorCopy.NONE
                ? List.of()
                : List.of(new OutsideData.Remaining(
                        "Recordings and transcripts at the speech engine's vendor",
                        engine.vendor().touchesPhi(),
                        engine.vendor().legalName(),
                        "The vendor removes them by its agreement: "
                                + engine.vendor().agreement() + "."));
    }

    @Override
    public void close() {
        engine.transcriber().close();
    }
}
