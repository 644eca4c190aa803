package com.klinity.platform;

import com.klinity.platform.background.Background;
import com.klinity.platform.background.Sign;
import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.AuditHealth;
import com.klinity.platform.database.AuditWriter;
import com.klinity.platform.database.ChangeBoard;
import com.klinity.platform.database.ChangeListener;
import com.klinity.platform.database.CheckpointStore;
import com.klinity.platform.database.JobLine;
import com.klinity.platform.database.JobStore;
import com.klinity.platform.database.KeyedPool;
import com.klinity.platform.database.OverdueReviews;
import com.klinity.platform.database.Reach;
import com.klinity.platform.database.RequestMemory;
import com.klinity.platform.database.RevocationCheck;
import com.klinity.platform.erasure.AccountErasure;
import com.klinity.platform.jobs.Bell;
import com.klinity.platform.jobs.JobTimes;
import com.klinity.platform.jobs.PeriodicTasks;
import com.klinity.platform.jobs.Queue;
import com.klinity.platform.jobs.Workers;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.modules.FeatureReach;
import com.klinity.platform.modules.OpeningContext;
import com.klinity.platform.modules.PhiWall;
import com.klinity.platform.security.RefreshPolicy;
import com.klinity.platform.security.TokenVerifier;
import com.klinity.platform.server.AuditReadiness;
import com.klinity.platform.server.BackgroundReadiness;
import com.klinity.platform.server.ConnectionsReadiness;
import com.klinity.platform.server.DatabaseReadiness;
import com.klinity.platform.server.Deadlines;
import com.klinity.platform.server.DeclaredRoutes;
import com.klinity.platform.server.HttpServer;
import com.klinity.platform.server.ListenerSettings;
import com.klinity.platform.server.Observation;
import com.klinity.platform.server.OpenStreams;
import com.klinity.platform.server.Readiness;
import com.klinity.platform.server.Route;
import com.klinity.platform.server.Serving;
import com.klinity.platform.server.StageTimes;
import com.klinity.platform.server.StreamWatch;
import com.klinity.platform.settings.ConfigSources;
import com.klinity.platform.settings.ConfiguredSettings;
import com.klinity.platform.spi.AuditHeads;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Gauge;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.StartFailure;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A running server. */
public final class Klinity implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Klinity.class.getName());

    /** Taking, renewing and ending jobs, which are short, must not wait behind requests. */
    private final Closing closing;

    private final HttpServer http;

    private Klinity(Closing closing, HttpServer http) {
        this.closing = closing;
        this.http = http;
    }

    /**
     * Starts a server: settings, features and their adapters, database, checks, workers, and last the listener. Blocks
     * until requests are taken.
     *
     * @throws StartFailure when something is wrong, with one line a fault; nothing is left running
     */
    public static Klinity start(Launch launch) {
        Closing closing = new Closing();
        try {
            return start(launch, closing);
        } catch (RuntimeException | Error e) { // whatever it is, nothing is left running
            closing.close();
            throw StartFaults.told(e);
        }
    }

    private static Klinity start(Launch launch, Closing closing) {
        ConfiguredSettings settings = new ConfiguredSettings(ConfigSources.config(
                launch.settings(), launch.home().resolve("conf/klinity.properties"), launch.ambient()));
        DataDirectory.prepare(settings.dataDirectory());
        InstalledModules modules = InstalledModules.of(launch);
        JacksonJson json = new JacksonJson();
        InstantSource clock = launch.given().map(Launch.Given::clock).orElseGet(InstantSource::system);
        AtomicReference<Workers> workers = new AtomicReference<>();
        AtomicReference<HttpServer> http = new AtomicReference<>();
        AtomicReference<AuditHeads> heads = new AtomicReference<>();
        ChangeBoard changes = new ChangeBoard();
        OpeningContext context = new OpeningContext(
                settings,
                clock,
                json,
                modules.adapters(),
                changes,
                () -> Objects.requireNonNull(workers.get(), "the server has not started"),
                () -> Objects.requireNonNull(heads.get(), "the server has not started"),
                () -> Objects.requireNonNull(http.get(), "the server has not started")
                        .address());
        Map<FeatureModule, Feature> features = open(modules.features(), context, closing);
        context.loaded().forEach(new PhiWall(modules.features())::check);
        ListenerSettings listener = ListenerSettings.read(settings);
        StageTimes times = StageTimes.read(settings);
        JobTimes jobTimes = JobTimes.read(settings);
        RefreshPolicy issuerKeys = RefreshPolicy.read(settings);
        DatabaseAccess access = DatabaseAccess.read(settings, launch.home());
        Retirement retirement = Retirement.read(settings, modules.features());
        settings.enforce();
        AccountErasure erasure = new AccountErasure(features);
        List<Route> routes = routes(features, erasure).all();

        DatabasePools pools = DatabasePools.open(access, modules.features(), retirement, closing);
        erasure.andOf(pools.retired());
        KeyedPool database = pools.requests();
        heads.set(new CheckpointStore(database, json));
        Bell bell = new Bell();
        AuditHealth auditHealth = new AuditHealth(database);
        Background background = new Background();
        AuditWriter auditWriter = closing.later(
                new AuditWriter(database, pools.entries(), auditHealth, sign(background, "audit-writer")));
        AuditWriter disclosures = closing.later(new AuditWriter(
                pools.disclosures(), pools.disclosures(), auditHealth, sign(background, "disclosure-writer")));
        Map<String, Accounts> accounts = new LinkedHashMap<>();
        FeatureReach.of(modules.features())
                .forEach((feature, reach) -> accounts.put(
                        feature, new Accounts(database, auditWriter, disclosures, json, bell::ring, reach)));
        PeriodicTasks tasks = closing.later(new PeriodicTasks(background));
        Workers crews = closing.later(new Workers(
                new Queue(new JobStore(pools.jobs(), json, clock), new JobLine(pools.jobs(), json), bell, jobTimes),
                accounts,
                background));
        workers.set(crews);
        closing.later(ChangeListener.start(pools.changes(), changes, sign(background, "change-listener")));
        OpenStreams streams = new OpenStreams();
        closing.later(
                StreamWatch.start(streams, new RevocationCheck(pools.watch(), json), sign(background, "stream-watch")));
        http.set(closing.later(Serving.start(
                listener,
                routes,
                new TokenVerifier(context.issuer(), clock, issuerKeys),
                accounts,
                streams,
                closing.later(Deadlines.start(times)),
                json,
                clock,
                new Observation(
                        new Readiness(List.of(
                                new DatabaseReadiness(database.pool()),
                                new ConnectionsReadiness(pools.dead()),
                                new AuditReadiness(auditHealth),
                                new BackgroundReadiness(background),
                                crews.readiness())),
                        gauges(features),
                        List.of(crews.metrics())))));
        Map<String, List<JobType>> jobs = jobs(features);
        jobs.put(FeatureReach.CORE, List.of(erasure.job(Objects.requireNonNull(accounts.get(FeatureReach.CORE)))));
        crews.start(jobs);
        ReviewReminder reminder = new ReviewReminder(new OverdueReviews(database.pool())::count);
        reminder.remind();
        ForgottenRequests forgotten = new ForgottenRequests(new RequestMemory(pools.jobs(), json, clock)::forget);
        tasks.start(Stream.concat(
                        features.values().stream().flatMap(feature -> feature.tasks().stream()),
                        Stream.of(reminder.daily(), forgotten.often()))
                .toList());
        StartReport.log(settings.production(), modules.features(), context.loaded());
        return new Klinity(closing, Objects.requireNonNull(http.get()));
    }

    private static Sign sign(Background background, String name) {
        return background.of(name, Background.PATIENCE);
    }

    private static Map<FeatureModule, Feature> open(
            List<FeatureModule> modules, OpeningContext context, Closing closing) {
        Map<String, Reach> reaches = FeatureReach.of(modules);
        Map<FeatureModule, Feature> features = new LinkedHashMap<>();
        for (FeatureModule module : modules) {
            features.put(module, closing.later(module.open(context.of(module.name(), reaches))));
        }
        return features;
    }

    private static DeclaredRoutes routes(Map<FeatureModule, Feature> features, AccountErasure erasure) {
        DeclaredRoutes routes = new DeclaredRoutes();
        erasure.routes(routes.of(FeatureReach.CORE));
        features.forEach((module, feature) -> feature.routes(routes.of(module.name())));
        return routes;
    }

    private static List<Gauge> gauges(Map<FeatureModule, Feature> features) {
        return features.values().stream()
                .flatMap(feature -> feature.gauges().stream())
                .toList();
    }

    private static Map<String, List<JobType>> jobs(Map<FeatureModule, Feature> features) {
        Map<String, List<JobType>> jobs = new LinkedHashMap<>();
        features.forEach((module, feature) -> jobs.put(module.name(), feature.jobs()));
        return jobs;
    }

    /** Where callers reach the server on this machine. */
    public URI address() {
        return http.address();
    }

    /** Where health and metrics are. */
    public URI managementAddress() {
        return http.managementAddress();
    }

    /**
     * Stops: says so and serves on for the configured delay, then takes no new requests, lets the running ones finish
     * within the configured grace, and gives jobs back to the queue. Blocks until all that is done.
     */
    @Override
    public void close() {
        LOG.log(Level.INFO, "stopping");
        http.announceStop();
        closing.close();
    }
}
