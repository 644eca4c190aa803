package com.klinity.platform;

import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.AuditHealth;
import com.klinity.platform.database.AuditWriter;
import com.klinity.platform.database.CatalogueCheck;
import com.klinity.platform.database.CheckpointStore;
import com.klinity.platform.database.ConnectionPool;
import com.klinity.platform.database.DatabaseSettings;
import com.klinity.platform.database.JobStore;
import com.klinity.platform.database.KeyedPool;
import com.klinity.platform.database.Migrations;
import com.klinity.platform.database.OverdueReviews;
import com.klinity.platform.database.RevocationCheck;
import com.klinity.platform.erasure.AccountErasure;
import com.klinity.platform.jobs.Bell;
import com.klinity.platform.jobs.PeriodicTasks;
import com.klinity.platform.jobs.Workers;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.modules.FeatureReach;
import com.klinity.platform.modules.OpeningContext;
import com.klinity.platform.modules.PhiWall;
import com.klinity.platform.security.TokenVerifier;
import com.klinity.platform.server.AuditReadiness;
import com.klinity.platform.server.DatabaseReadiness;
import com.klinity.platform.server.DeclaredRoutes;
import com.klinity.platform.server.HttpServer;
import com.klinity.platform.server.ListenerSettings;
import com.klinity.platform.server.Observation;
import com.klinity.platform.server.OpenStreams;
import com.klinity.platform.server.Readiness;
import com.klinity.platform.server.Route;
import com.klinity.platform.server.Serving;
import com.klinity.platform.server.StreamWatch;
import com.klinity.platform.settings.ConfigSources;
import com.klinity.platform.settings.ConfiguredSettings;
import com.klinity.platform.spi.AuditHeads;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Gauge;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.StartFailure;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A running server. */
public final class Klinity implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Klinity.class.getName());

    /** One for the writer's batches, the others for accounts whose chain somebody holds. */
    private static final int DISCLOSURES_AT_ONCE = 4;

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
        } catch (RuntimeException | LinkageError e) {
            closing.close();
            throw e;
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
        OpeningContext context = new OpeningContext(
                settings,
                clock,
                json,
                modules.adapters(),
                () -> Objects.requireNonNull(workers.get(), "the server has not started"),
                () -> Objects.requireNonNull(heads.get(), "the server has not started"),
                () -> Objects.requireNonNull(http.get(), "the server has not started")
                        .address());
        Map<FeatureModule, Feature> features = open(modules.features(), context, closing);
        context.loaded().forEach(new PhiWall(modules.features())::check);
        ListenerSettings listener = ListenerSettings.read(settings);
        DatabaseAccess access = DatabaseAccess.read(settings, launch.home());
        settings.enforce();
        AccountErasure erasure = new AccountErasure(features);
        List<Route> routes = routes(features, erasure).all();

        Pools pools = database(access, modules.features(), closing);
        KeyedPool database = pools.requests();
        heads.set(new CheckpointStore(database, json));
        Bell bell = new Bell();
        AuditHealth auditHealth = new AuditHealth(database);
        AuditWriter auditWriter = closing.later(new AuditWriter(database, auditHealth, "audit-writer"));
        AuditWriter disclosures = closing.later(new AuditWriter(pools.disclosures(), auditHealth, "disclosure-writer"));
        Map<String, Accounts> accounts = new LinkedHashMap<>();
        FeatureReach.of(modules.features())
                .forEach((feature, reach) -> accounts.put(
                        feature, new Accounts(database, auditWriter, disclosures, json, bell::ring, reach)));
        workers.set(closing.later(new Workers(new JobStore(database, json, clock), accounts, bell)));
        OpenStreams streams = new OpenStreams();
        closing.later(StreamWatch.start(streams, new RevocationCheck(pools.watch(), json)));
        http.set(closing.later(Serving.start(
                listener,
                routes,
                new TokenVerifier(context.issuer(), clock),
                accounts,
                streams,
                json,
                clock,
                new Observation(
                        new Readiness(List.of(new DatabaseReadiness(database.pool()), new AuditReadiness(auditHealth))),
                        gauges(features)))));
        Map<String, List<JobType>> jobs = jobs(features);
        jobs.put(FeatureReach.CORE, List.of(erasure.job(Objects.requireNonNull(accounts.get(FeatureReach.CORE)))));
        Objects.requireNonNull(workers.get()).start(jobs);
        ReviewReminder reminder = new ReviewReminder(new OverdueReviews(database.pool())::count);
        reminder.remind();
        closing.later(PeriodicTasks.start(Stream.concat(
                        features.values().stream().flatMap(feature -> feature.tasks().stream()),
                        Stream.of(reminder.daily()))
                .toList()));
        StartReport.log(settings.production(), modules.features(), context.loaded());
        return new Klinity(closing, Objects.requireNonNull(http.get()));
    }

    private static Map<FeatureModule, Feature> open(
            List<FeatureModule> modules, OpeningContext context, Closing closing) {
        Set<String> names = modules.stream().map(FeatureModule::name).collect(Collectors.toSet());
        Map<FeatureModule, Feature> features = new LinkedHashMap<>();
        for (FeatureModule module : modules) {
            features.put(module, closing.later(module.open(context.of(module.name(), names))));
        }
        return features;
    }

    /**
     * The way in for requests and jobs, the one that watches over open streams, and the one for disclosures: who makes
     * one holds a connection already, and many of them must not wait for each other's.
     */
    private record Pools(KeyedPool requests, KeyedPool watch, KeyedPool disclosures) {}

    private static Pools database(DatabaseAccess access, List<FeatureModule> modules, Closing closing) {
        DatabaseAccess.Running running = DatabaseAccess.start(access);
        closing.later(running.server());
        DatabaseSettings database = running.settings();
        List<Schema> schemas = Stream.concat(
                        Stream.of(Migrations.KERNEL), modules.stream().map(FeatureModule::schema))
                .filter(schema -> !schema.scripts().isEmpty())
                .toList();
        if (database.owner().isPresent()) {
            new Migrations(database).apply(schemas);
        }
        HikariDataSource pool = closing.later(ConnectionPool.open(database));
        KeyedPool keyed = new KeyedPool(pool, database.coreKey());
        CatalogueCheck check = new CatalogueCheck(pool);
        List<String> faults = new ArrayList<>(check.faults(names(schemas), modules));
        faults.addAll(check.undeclared(modules));
        if (!faults.isEmpty()) {
            throw new StartFailure(faults);
        }
        keyed.prove();
        return new Pools(
                keyed,
                aside(database, closing, "klinity-watch", 1),
                aside(database, closing, "klinity-disclosures", DISCLOSURES_AT_ONCE));
    }

    private static KeyedPool aside(DatabaseSettings database, Closing closing, String name, int size) {
        return new KeyedPool(closing.later(ConnectionPool.aside(database, name, size)), database.coreKey());
    }

    /** The kernel's tables live in more schemas than the one its history is in. */
    private static List<String> names(List<Schema> schemas) {
        List<String> names = new ArrayList<>(List.of("identity", "audit"));
        schemas.forEach(schema -> names.add(schema.name()));
        return names.stream().distinct().toList();
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

    /** Stops: no new requests, the running ones finish within 10 s, jobs go back to the queue. */
    @Override
    public void close() {
        LOG.log(Level.INFO, "stopping");
        closing.close();
    }
}
