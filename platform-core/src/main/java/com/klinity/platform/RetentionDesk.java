package com.klinity.platform;

import com.klinity.platform.database.RetentionStore;
import com.klinity.platform.database.RoleConnection;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.settings.ConfigSources;
import com.klinity.platform.settings.ConfiguredSettings;
import com.klinity.platform.spi.AuditRetention;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import java.util.function.Function;

/**
 * Where the retention role works, beside a running server or without one. Calls block; for one thread.
 *
 * @param <S> what else the work reads of the settings
 */
public final class RetentionDesk<S> implements AutoCloseable {

    private final AuditRetention log;
    private final Json json;
    private final S settings;
    private final Closing closing;

    private RetentionDesk(AuditRetention log, Json json, S settings, Closing closing) {
        this.log = log;
        this.json = json;
        this.settings = settings;
        this.closing = closing;
    }

    /**
     * Connects to the database that the settings name, as the retention role. An embedded one that nobody runs is started
     * for as long as this is open.
     *
     * @param more reads what else is needed of the settings; faults noted there are told with the others
     * @throws StartFailure when that is not possible, one line a fault
     */
    public static <S> RetentionDesk<S> open(Launch launch, Function<Settings, S> more) {
        ConfiguredSettings settings = new ConfiguredSettings(ConfigSources.config(
                launch.settings(), launch.home().resolve("conf/klinity.properties"), launch.ambient()));
        RoleAccess access = RoleAccess.read(settings, launch.home(), RoleAccess.Worker.RETENTION);
        S read = more.apply(settings);
        settings.enforceRead();
        Closing closing = new Closing();
        try {
            RoleAccess.Entrance entrance = access.enter();
            closing.later(entrance.server());
            RoleConnection connection = closing.later(RoleConnection.open(entrance.url(), entrance.login()));
            return new RetentionDesk<>(new RetentionStore(connection), new JacksonJson(), read, closing);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    /** The log. */
    public AuditRetention log() {
        return log;
    }

    /** Records to JSON and back. */
    public Json json() {
        return json;
    }

    /** What was read of the settings. */
    public S settings() {
        return settings;
    }

    @Override
    public void close() {
        closing.close();
    }
}
