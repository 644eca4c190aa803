package com.klinity.platform.database;

import java.time.Duration;
import java.util.Properties;

/**
 * How long a connection is waited for. PostgreSQL ends a statement first; what says nothing for a second longer is no slow
 * statement but a connection that died without a word, such as behind a firewall that forgot it.
 *
 * @param statement how long a statement may run, in whole seconds
 */
public record Patience(Duration statement) {

    /** For a call that somebody waits for. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(8));

    /** For what must be said at once or not at all, such as audit entries, which many wait for. */
    static final Patience SHORT = new Patience(Duration.ofSeconds(4));

    /** For what watches over others. */
    static final Patience SHORTEST = new Patience(Duration.ofSeconds(1));

    /** For commands and migrations, whose statements are as long as the tables are. */
    static final Patience OF_COMMANDS = new Patience(Duration.ofHours(1));

    /** For work in the background that takes whole tables at once. */
    private static final Patience OF_LONG_WORK = new Patience(Duration.ofSeconds(30));

    /** What another transaction holds is waited for no longer than this, before the call is answered 503. */
    private static final Duration LOCK = Duration.ofSeconds(3);

    /** Of commands, which may have to wait until servers have ended what they are at. */
    private static final Duration LOCK_OF_COMMANDS = Duration.ofSeconds(30);

    /** How long a transaction may leave the database without a statement: nothing but SQL happens in one. */
    private static final Duration SILENCE_IN_TRANSACTION = Duration.ofSeconds(10);

    /**
     * How long a session may lie idle. Every pool asks its connections for a sign of life before that, so such a one has
     * no server any more, though something between the two may go on saying that it has.
     */
    private static final Duration IDLE =
            ConnectionPool.PROVEN_EVERY.multipliedBy(3).dividedBy(2);

    /** Where names without a schema are looked for, operators too: nothing that somebody else may have put there. */
    private static final String PLACES = "pg_catalog,pg_temp";

    private static final int SECONDS_TO_CONNECT = 5;

    /** How much longer than a statement may run the driver waits for the next bytes. */
    private static final Duration WAY_BACK = Duration.ofSeconds(1);

    /** How long bytes may stay away. */
    Duration silence() {
        return statement.plus(WAY_BACK);
    }

    /**
     * For the driver, of a server's connections. PostgreSQL notices a server that is gone as soon as a server notices
     * PostgreSQL: what its transactions hold is let go.
     */
    Properties ofServer() {
        Properties properties = common();
        properties.setProperty(
                "options",
                options(LOCK)
                        + " -c search_path=" + PLACES
                        + " -c idle_session_timeout=" + IDLE.toMillis()
                        + " -c idle_in_transaction_session_timeout=" + SILENCE_IN_TRANSACTION.toMillis()
                        + " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=2"
                        + " -c tcp_user_timeout=" + SILENCE_IN_TRANSACTION.toMillis());
        return properties;
    }

    /** For the driver, of the one connection of a command. */
    Properties ofCommand() {
        Properties properties = common();
        properties.setProperty("options", options(LOCK_OF_COMMANDS));
        return properties;
    }

    private Properties common() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", Integer.toString(SECONDS_TO_CONNECT));
        properties.setProperty("loginTimeout", Integer.toString(2 * SECONDS_TO_CONNECT));
        properties.setProperty("socketTimeout", Long.toString(silence().toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    /**
     * No statement here is so long that compiling it would pay; before PostgreSQL 18 a plan that is kept to indexes looks
     * as if it were, and each call took seconds.
     */
    private String options(Duration lock) {
        return "-c jit=off -c statement_timeout=" + statement.toMillis() + " -c lock_timeout=" + lock.toMillis();
    }

    /** What a transaction must be told that is to take longer than others. */
    static LongWork ofLongWork() {
        return new LongWork(OF_LONG_WORK);
    }
}
