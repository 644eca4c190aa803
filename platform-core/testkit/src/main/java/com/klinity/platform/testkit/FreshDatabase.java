package com.klinity.platform.testkit;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.embedded.RoleCredentials;
import java.util.Map;

/**
 * A database for one server, such as one that a test starts in another process.
 *
 * @param url JDBC address
 */
public record FreshDatabase(String url) {

    /** A new one, empty. */
    public static FreshDatabase make() {
        return new FreshDatabase(TestCluster.freshDatabase());
    }

    /** What a server must be told to use it. */
    public Map<String, String> settings() {
        RoleCredentials app = TestCluster.shared().credentials(DatabaseRole.APP);
        RoleCredentials owner = TestCluster.shared().credentials(DatabaseRole.OWNER);
        return Map.of(
                "klinity.database.url", url,
                "klinity.database.username", app.username(),
                "klinity.database.password", app.password(),
                "klinity.database.owner.username", owner.username(),
                "klinity.database.owner.password", owner.password());
    }
}
