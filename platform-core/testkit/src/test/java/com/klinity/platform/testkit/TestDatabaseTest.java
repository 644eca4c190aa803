package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.embedded.RoleCredentials;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void the_tests_run_on_the_database_that_was_asked_for() throws SQLException {
        boolean container = System.getProperty("testkit.database", "embedded").equals("container");
        assertEquals(container, !serverAddress().startsWith("127."), "in a network of its own");
    }

    @Test
    void a_database_of_another_name_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> TestDatabase.named("conteiner", "any"));
    }

    private static String serverAddress() throws SQLException {
        RoleCredentials superuser = TestCluster.shared().credentials(DatabaseRole.SUPERUSER);
        try (Connection connection = DriverManager.getConnection(
                        TestCluster.shared().jdbcUrl("klinity"), superuser.username(), superuser.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select host(inet_server_addr())")) {
            row.next();
            return row.getString(1);
        }
    }
}
