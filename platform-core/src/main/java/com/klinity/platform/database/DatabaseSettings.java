package com.klinity.platform.database;

import com.klinity.platform.spi.Secret;
import java.util.Optional;

/**
 * Where the database is and who connects.
 *
 * @param url        JDBC address
 * @param app        the role that serves requests
 * @param owner      the role that migrates; absent where another process did
 * @param coreSecret what the core's key is made from
 * @param poolSize   connections at most
 */
public record DatabaseSettings(String url, Login app, Optional<Login> owner, Secret coreSecret, int poolSize) {

    /** What opens accounts on connections of the app role. */
    public CoreKey coreKey() {
        return CoreKey.of(coreSecret);
    }

    /** A role and its password. */
    public record Login(String username, Secret password) {}
}
