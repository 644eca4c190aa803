package com.klinity.platform.database;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;

/**
 * What the driver makes of a JDBC address, as opposed to what its text seems to say.
 *
 * @param properties as the driver will use them
 */
public record DatabaseAddress(Properties properties) {

    /** Stricter than the driver, which logs what it cannot read. */
    private static final Pattern FORM = Pattern.compile("jdbc:postgresql://"
            + "(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?"
            + "(,([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?)*"
            + "/([A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+"
            + "(\\?([A-Za-z0-9._~!$'()*+,;:@/?=&-]|%[0-9A-Fa-f]{2})*)?");

    private static final Set<String> PLACE =
            Set.of(PGProperty.PG_HOST.getName(), PGProperty.PG_PORT.getName(), PGProperty.PG_DBNAME.getName());

    /** What may stand in an address: nothing of it names a class to load, a file to write, or who logs in. */
    private static final Set<String> HARMLESS = Set.of(
            "ApplicationName",
            "channelBinding",
            "connectTimeout",
            "defaultRowFetchSize",
            "gssEncMode",
            "hostRecheckSeconds",
            "loadBalanceHosts",
            "loginTimeout",
            "prepareThreshold",
            "preparedStatementCacheQueries",
            "preparedStatementCacheSizeMiB",
            "requireAuth",
            "socketTimeout",
            "ssl",
            "sslResponseTimeout",
            "sslcert",
            "sslkey",
            "sslmode",
            "sslnegotiation",
            "sslrootcert",
            "targetServerType",
            "tcpKeepAlive");

    /**
     * Reads it.
     *
     * @return null when it is no address of a PostgreSQL database
     */
    public static @Nullable DatabaseAddress read(String url) {
        if (!FORM.matcher(url).matches()) {
            return null;
        }
        Properties properties = Driver.parseURL(url, new Properties());
        return properties == null ? null : new DatabaseAddress(properties);
    }

    /** Names in it that may not be there; empty when all is well. Of values none is told. */
    public Set<String> refused() {
        Set<String> refused = new TreeSet<>(properties.stringPropertyNames());
        refused.removeAll(PLACE);
        refused.removeAll(HARMLESS);
        return refused;
    }

    /** Whether the server's certificate and name will be checked (libpq, section 34.19.1). */
    public boolean provesServer() {
        try {
            return SslMode.of(properties) == SslMode.VERIFY_FULL;
        } catch (PSQLException e) {
            return false;
        }
    }
}
