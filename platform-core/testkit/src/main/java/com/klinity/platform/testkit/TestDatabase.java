package com.klinity.platform.testkit;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.embedded.RoleCredentials;
import java.util.Map;

/**
 * A database for one server, such as one that a test starts in another process.
 *
 * @param url JDBC address
 */
public record TestDatabase(String url) {

    /** A new one, empty. */
    public static TestDatabase fresh() {
        return new TestDatabase(TestCluster.freshDatabase());
    }

    /** What a server must be told to use it. */
    public Map<String, String> settings() {
        RoleCredentials app = TestCluster.server().credentials(DatabaseRole.APP);
        RoleCredentials owner = TestCluster.server().credentials(DatabaseRole.OWNER);
        return Map.of(
                "klinity.database.url", url,
                "klinity.database.username", app.username(),
                "klinity.database.password", app.password(),
                "klinity.database.owner.username", owner.username(),
                "klinity.database.owner.password", owner.password());
    }
}
