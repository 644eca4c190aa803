package com.klinity.platform.testkit;

import com.klinity.platform.EmergencyAccess;
import com.klinity.platform.EmergencyDesk;
import com.klinity.platform.Launch;
import com.klinity.platform.OperatorDesk;
import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An operator's desk beside a running server, and what lies behind it. */
record Desk(TestServer server) {

    static final UUID OPERATORS = new UUID(0, 0);
    static final Instant TO = Instant.parse("2026-03-01T10:00:00.000125Z");
    static final Instant FROM = TO.minus(Duration.ofHours(1));

    OperatorDesk open() {
        return open(DatabaseRole.OPERATOR);
    }

    OperatorDesk open(DatabaseRole role) {
        return OperatorDesk.open(
                new Launch(server.dataDirectory(), server.operatorSettings(role), false, Optional.empty()));
    }

    static EmergencyAccess access(UUID... accounts) {
        return new EmergencyAccess(
                "Dana Administrator",
                "disk full, ticket 4711",
                "appointments.patients, 12 rows",
                "read, nothing changed",
                FROM,
                TO,
                Set.of(accounts));
    }

    /** Records an access and gives its id. */
    UUID recorded(UUID... accounts) {
        try (OperatorDesk desk = open()) {
            return ((EmergencyDesk.Recorded) desk.emergencies().record(access(accounts))).id();
        }
    }

    /** Makes a record older, which no role that the platform runs with can do. */
    void age(UUID access, String interval) throws SQLException {
        asSuperuser("set session_replication_role = replica; update audit.emergency_access set recorded_at ="
                + " recorded_at - interval '" + interval + "' where id = '" + access + "'");
    }

    void asSuperuser(String sql) throws SQLException {
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column, read as the superuser. */
    List<String> texts(String sql) throws SQLException {
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
