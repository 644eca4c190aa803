package com.klinity.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the server's configuration anew for every start, so that nothing left there can open the server up. */
record ServerConfiguration(int port, Durability durability) {
    static final String HOST = "127.0.0.1";

    // Errors of statements go to the client, which knows how to keep them private; they may quote clinical data,
    // so the log neither has them nor the statements.
    private static final String COMMON = """
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        password_encryption = scram-sha-256
        max_connections = 100
        shared_buffers = 128MB
        dynamic_shared_memory_type = posix
        timezone = 'UTC'
        log_timezone = 'UTC'
        datestyle = 'iso, ymd'
        lc_messages = 'C'
        logging_collector = off
        log_destination = 'stderr'
        log_min_messages = log
        log_min_error_statement = panic
        log_statement = none
        log_checkpoints = off
        """;
    private static final String SAFE = """
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        """;
    private static final String FAST = """
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        wal_level = minimal
        max_wal_senders = 0
        """;
    private static final String LOGINS = """
        # type database user address method
        host all all 127.0.0.1/32 scram-sha-256
        """;

    void writeTo(ServerTools tools) throws IOException {
        write(tools, "postgresql.conf", text());
        write(tools, "pg_hba.conf", LOGINS);
        write(tools, "postgresql.auto.conf", "");
    }

    private String text() {
        return COMMON + "port = " + port + "\n"
                + switch (durability) {
                    case DURABLE -> SAFE;
                    case DISPOSABLE -> FAST;
                };
    }

    private static void write(ServerTools tools, String name, String content) throws IOException {
        Path file = tools.directory().data().resolve(name);
        PrivateFile.replace(file, content);
        Files.setOwner(file, tools.identity().fileOwner());
    }
}
