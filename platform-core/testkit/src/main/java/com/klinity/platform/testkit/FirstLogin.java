package com.klinity.platform.testkit;

import com.klinity.platform.embedded.RoleCredentials;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.rnorth.ducttape.unreliables.Unreliables;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A server is there as soon as it lets its superuser in: a port may be open, or a line in the log, before that. */
final class FirstLogin extends AbstractWaitStrategy {

    private final RoleCredentials superuser;

    FirstLogin(RoleCredentials superuser) {
        this.superuser = superuser;
    }

    @Override
    protected void waitUntilReady() {
        int port = waitStrategyTarget.getMappedPort(
                waitStrategyTarget.getExposedPorts().getFirst());
        String url = "jdbc:postgresql://" + waitStrategyTarget.getHost() + ":" + port + "/postgres";
        Unreliables.retryUntilSuccess(
                Math.toIntExact(startupTimeout.toSeconds()),
                TimeUnit.SECONDS,
                () -> getRateLimiter().getWhenReady(() -> logIn(url)));
    }

    private boolean logIn(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url, superuser.username(), superuser.password())) {
            return connection.isValid(1);
        }
    }
}
