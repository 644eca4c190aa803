package com.klinity.platform;

import com.klinity.platform.database.RoleConnection;
import com.klinity.platform.database.Suspensions;
import com.klinity.platform.settings.ConfigSources;
import com.klinity.platform.settings.ConfiguredSettings;
import com.klinity.platform.spi.StartFailure;
import java.util.Locale;
import java.util.UUID;

/**
 * What an operator does to accounts, beside a running server or without one. Sees nothing of what an account holds but its
 * id and dates, and the register of emergency access; its login may also read the audit log of every account. Calls
 * block; for one thread.
 */
public final class OperatorDesk implements AutoCloseable {

    private static final String REPEAT = "repeat it, which says whether it was so before";

    private final Suspensions suspensions;
    private final EmergencyDesk emergencies;
    private final Closing closing;

    private OperatorDesk(RoleConnection connection, Closing closing) {
        this.suspensions = new Suspensions(connection);
        this.emergencies = new EmergencyDesk(connection);
        this.closing = closing;
    }

    /** What came of it. */
    public enum Outcome {
        /** It is so now. */
        DONE,
        /** It was so before; nothing was written. */
        UNCHANGED,
        /** The account is deleted, and stays refused. */
        DELETED,
        /** There is no such account. */
        UNKNOWN
    }

    /**
     * Connects to the database that the settings name, as the operator role. An embedded one that nobody runs is started
     * for as long as this is open.
     *
     * @throws StartFailure when that is not possible, one line a fault
     */
    public static OperatorDesk open(Launch launch) {
        ConfiguredSettings settings = new ConfiguredSettings(ConfigSources.config(
                launch.settings(), launch.home().resolve("conf/klinity.properties"), launch.ambient()));
        RoleAccess access = RoleAccess.read(settings, launch.home(), RoleAccess.Worker.OPERATOR);
        settings.enforceRead();
        Closing closing = new Closing();
        try {
            RoleAccess.Entrance entrance = access.enter();
            closing.later(entrance.server());
            RoleConnection connection = closing.later(RoleConnection.open(entrance.url(), entrance.login()));
            return new OperatorDesk(connection, closing);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    /**
     * Refuses every request of the account from now on, whatever token it carries.
     *
     * @param reason 1 to 200 characters, for the account's audit log, which its practitioner reads; never protected
     *     health information
     */
    public Outcome suspend(UUID account, String reason) {
        return outcome(DeskFaults.writing(REPEAT, () -> suspensions.set(account, true, reason)));
    }

    /** Ends a suspension. */
    public Outcome reinstate(UUID account) {
        return outcome(DeskFaults.writing(REPEAT, () -> suspensions.set(account, false, "")));
    }

    /** The register of emergency access; usable until this is closed. */
    public EmergencyDesk emergencies() {
        return emergencies;
    }

    private static Outcome outcome(String text) {
        return Outcome.valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public void close() {
        closing.close();
    }
}
