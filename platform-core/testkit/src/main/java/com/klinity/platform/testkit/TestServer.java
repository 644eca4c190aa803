package com.klinity.platform.testkit;

import com.klinity.platform.Klinity;
import com.klinity.platform.Launch;
import com.klinity.platform.database.CoreKey;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.embedded.RoleCredentials;
import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A server on a fresh database, for a test class. Safe for many threads. */
public final class TestServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final Launch launch;
    private final Klinity server;
    private final String database;

    private TestServer(Launch launch, String database) {
        this.launch = launch;
        this.server = Klinity.start(launch);
        this.database = database;
    }

    /** A server with these features; an issuer is added when none of them is the identity feature. */
    public static Builder of(FeatureModule... features) {
        return new Builder(List.of(features));
    }

    /** What to start. */
    public static final class Builder {

        private final List<FeatureModule> features;
        private final List<Adapter> adapters = new ArrayList<>();
        private final Map<String, String> settings = new HashMap<>();
        private InstantSource clock = InstantSource.system();
        private Optional<IntFunction<Relay>> relay = Optional.empty();
        private Optional<FreshDatabase> database = Optional.empty();

        private Builder(List<FeatureModule> features) {
            this.features = new ArrayList<>(features);
        }

        /** Adds an adapter that the settings may name. */
        public Builder adapter(Adapter adapter) {
            adapters.add(adapter);
            return this;
        }

        /** Sets a setting. */
        public Builder setting(String key, String value) {
            settings.put(key, value);
            return this;
        }

        /** Sets the server's clock; the database keeps its own. */
        public Builder clock(InstantSource source) {
            clock = source;
            return this;
        }

        /** Sets the database, for a server that comes after another one; each has a fresh one of its own otherwise. */
        public Builder on(FreshDatabase other) {
            database = Optional.of(other);
            return this;
        }

        /** Has it reach its database through a relay, made by that function for the database's port. */
        public Builder through(IntFunction<Relay> relays) {
            relay = Optional.of(relays);
            return this;
        }

        /** Starts it; blocks until it takes requests. */
        public TestServer start() {
            if (features.stream().noneMatch(feature -> feature.name().equals("identity"))) {
                features.add(new TestIssuer());
            }
            String url = database.map(FreshDatabase::url).orElseGet(TestCluster::freshDatabase);
            Path data = TestFolders.fresh("klinity-test-data-");
            Map<String, String> all = new HashMap<>(new FreshDatabase(url).settings());
            relay.ifPresent(relays -> all.put("klinity.database.url", relayed(url, relays)));
            all.put("klinity.data.directory", data.toString());
            all.put("klinity.server.port", "0");
            all.put("klinity.management.port", "0");
            all.put("klinity.database.pool-size", "8");
            if (features.stream().anyMatch(feature -> feature.name().equals("audit"))) {
                all.put("klinity.audit.witness", "none");
            }
            all.putAll(settings);
            Launch.Given given = new Launch.Given(features, adapters, clock);
            return new TestServer(new Launch(data, all, false, Optional.of(given)), url);
        }

        private static String relayed(String database, IntFunction<Relay> relays) {
            URI address = URI.create(database.substring("jdbc:".length()));
            int port = relays.apply(address.getPort()).port();
            return "jdbc:postgresql://127.0.0.1:" + port + address.getPath();
        }
    }

    /**
     * Another server on the same database and data folder, with the same features, adapters and settings; closed by the
     * caller.
     */
    public TestServer sibling() {
        return new TestServer(launch, database);
    }

    /** What an operator's command is started with, for this server's database. */
    public Launch operatorLaunch() {
        return launchOf(DatabaseRole.OPERATOR);
    }

    /** What a command of a role that serves no requests is started with, for this server's database. */
    public Launch launchOf(DatabaseRole role) {
        RoleCredentials login = TestCluster.shared().credentials(role);
        String prefix = "klinity.database." + role.name().toLowerCase(Locale.ROOT);
        Map<String, String> all = new HashMap<>(launch.settings());
        all.put(prefix + ".username", login.username());
        all.put(prefix + ".password", login.password());
        return new Launch(launch.home(), all, false, launch.given());
    }

    /** Where it takes requests. */
    public URI address() {
        return server.address();
    }

    /** Where health, metrics and the API's description are. */
    public URI managementAddress() {
        return server.managementAddress();
    }

    /** JDBC address of its database, without credentials. */
    String database() {
        return database;
    }

    /** Its data folder. */
    public Path dataDirectory() {
        return launch.home();
    }

    /** A practitioner whose account nobody else uses, signed in just now. */
    public Practitioner practitioner() {
        return practitioner(UUID.randomUUID());
    }

    /** That practitioner, with a token of this moment. */
    public Practitioner practitioner(UUID account) {
        return practitioner(account, TestIssuer.token(account, Instant.now()));
    }

    /** The practitioner whom an issuer that this server trusts calls by that subject, with a token of that issuer. */
    public Practitioner practitioner(UUID account, String token) {
        return new Practitioner(this, account, token);
    }

    /** A caller with this token, or whatever is put in its place. */
    public Client withToken(String token) {
        return new Client(address(), Optional.of(token));
    }

    /** A caller without a token. */
    public Client anonymous() {
        return new Client(address(), Optional.empty());
    }

    /** A caller of health, metrics and the API's description. */
    public Client management() {
        return new Client(managementAddress(), Optional.empty());
    }

    /** What an operator's command must be told to get into its database with that role's login. */
    public Map<String, String> operatorSettings(DatabaseRole role) {
        RoleCredentials login = TestCluster.shared().credentials(role);
        return Map.of(
                "klinity.database.url", database,
                "klinity.database.operator.username", login.username(),
                "klinity.database.operator.password", login.password());
    }

    /** A connection of that role, for looking behind the server's back; committed by the caller. */
    public Connection connect(DatabaseRole role) {
        RoleCredentials login = TestCluster.shared().credentials(role);
        try {
            return DriverManager.getConnection(database, login.username(), login.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A connection of the app role in a transaction that the core's key has opened for an account, for looking at what
     * row-level security leaves of the tables; ended by the caller.
     */
    public Connection connectIn(UUID account) {
        Connection connection = connect(DatabaseRole.APP);
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement enter = connection.prepareStatement("select platform.enter(?, ?, now())")) {
                enter.setBytes(1, coreKey());
                enter.setObject(2, account);
                enter.execute();
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the core of this server opens accounts with. */
    public static byte[] coreKey() {
        return CoreKey.of(new Secret(
                        TestCluster.shared().credentials(DatabaseRole.OWNER).password()))
                .bytes();
    }

    /** Waits, bounded, until something holds. */
    public void await(Supplier<Boolean> condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("did not come true within " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
