package com.klinity.platform;

import com.klinity.platform.database.AuditSnapshot;
import com.klinity.platform.settings.ConfigSources;
import com.klinity.platform.settings.ConfiguredSettings;
import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.AuditHeads.Head;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the whole audit log as the operator role, beside a running server or without one, for whoever checks it. Changes
 * nothing. Calls block; for one thread.
 */
public final class AuditDesk implements AutoCloseable {

    private final ConfiguredSettings settings;
    private final InstalledModules modules;
    private final RoleAccess access;
    private final Closing closing = new Closing();

    private AuditDesk(ConfiguredSettings settings, InstalledModules modules, RoleAccess access) {
        this.settings = settings;
        this.modules = modules;
        this.access = access;
    }

    /** Reads the settings of what is installed; connects to nothing yet. */
    public static AuditDesk open(Launch launch) {
        ConfiguredSettings settings = new ConfiguredSettings(ConfigSources.config(
                launch.settings(), launch.home().resolve("conf/klinity.properties"), launch.ambient()));
        return new AuditDesk(
                settings,
                InstalledModules.of(launch),
                RoleAccess.read(settings, launch.home(), RoleAccess.Worker.OPERATOR));
    }

    /** The deployer's settings; faults are told by {@link #log()}. */
    public Settings settings() {
        return settings;
    }

    /** An installed adapter. */
    public <A extends Adapter> A adapter(Class<A> type, String name) {
        return modules.adapters().load(type, name).adapter();
    }

    /**
     * Connects. An embedded database that nobody runs is started for as long as this is open.
     *
     * @throws StartFailure when the settings or the database do not allow it, one line a fault
     */
    public Log log() {
        settings.enforceRead();
        RoleAccess.Entrance entrance = access.enter();
        closing.later(entrance.server());
        return new Log(closing.later(AuditSnapshot.connect(entrance.url(), entrance.login())));
    }

    @Override
    public void close() {
        closing.close();
    }

    /** The log as it is at the first question. */
    public static final class Log {

        private final AuditSnapshot snapshot;

        private Log(AuditSnapshot snapshot) {
            this.snapshot = snapshot;
        }

        /** Every entry, by account and then in the order of its chain; with constant memory. */
        public void entries(EntryReader reader) {
            snapshot.entries(reader::entry);
        }

        /** For each place in a chain, the hash of what is there, the last archived entry included; empty when nothing is. */
        public List<Optional<String>> hashes(List<Head> places) {
            return snapshot.hashes(places);
        }

        /** Where each chain ends, as the log keeps it beside the entries. */
        public List<Head> heads() {
            return snapshot.heads();
        }

        /** The last archived entry of each chain that has lost its oldest. */
        public List<Head> bases() {
            return snapshot.bases();
        }

        /** Number of the last checkpoint that the database knows; 0 when there is none. */
        public long lastCheckpoint() {
            return snapshot.lastCheckpoint();
        }

        /** Number of the last checkpoint that a witness confirmed; 0 when there is none. */
        public long lastWitnessed() {
            return snapshot.lastWitnessed();
        }
    }

    /** Takes entries one after the other. */
    @FunctionalInterface
    public interface EntryReader {

        /**
         * One entry.
         *
         * @param account whose chain
         * @param fields  the fields as text, from sequence to details
         * @param hash    in hexadecimal
         */
        void entry(UUID account, List<String> fields, String hash);
    }
}
