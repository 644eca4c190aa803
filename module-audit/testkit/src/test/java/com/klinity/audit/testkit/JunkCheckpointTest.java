package com.klinity.audit.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.AuditModule;
import com.klinity.audit.checkpoint.Checkpointing;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A witness keeps what it is given for years, so it gets nothing that the server did not sign. */
@Tag("LG-3")
class JunkCheckpointTest {

    private final Logger logger = Logger.getLogger(Checkpointing.class.getName());
    private final Codes codes = new Codes();
    private final InMemoryWitnessProvider provider = new InMemoryWitnessProvider();
    private final TestServer server = TestServer.of(new AuditModule())
            .adapter(provider)
            .setting("klinity.audit.witness", "memory")
            .setting("klinity.audit.checkpoint-interval", "PT0.05S")
            .start();

    @BeforeEach
    void listen() {
        logger.addHandler(codes);
    }

    @AfterEach
    void stop() {
        server.close();
        logger.removeHandler(codes);
    }

    @Test
    void what_the_databases_owner_puts_there_is_a_conflict_and_not_delivered() throws SQLException {
        try (Connection superuser = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            statement.execute("insert into audit.checkpoints values (1, now(), 1, true, '', '', 'junk', null)");
        }
        server.await(() -> codes.seen.contains("CONFLICT"));
        assertTrue(provider.witness().read(1).isEmpty());
    }

    /** What the log says first of each failure. */
    private static final class Codes extends Handler {

        private final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord event) {
            Object[] parameters = event.getParameters();
            if (parameters != null && parameters.length > 0) {
                seen.add(String.valueOf(parameters[0]));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
