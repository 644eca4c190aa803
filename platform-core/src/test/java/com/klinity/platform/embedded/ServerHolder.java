package com.klinity.platform.embedded;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/** Program of a second process: starts a server, writes a row, says so, and holds the server until it is killed. */
final class ServerHolder {
    private ServerHolder() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start(TestServers.durable(Path.of(arguments[0])));
        TestServers.execute(
                server,
                DatabaseRole.OWNER,
                "klinity",
                "CREATE TABLE IF NOT EXISTS kept (value text); INSERT INTO kept VALUES ('written before the kill')");
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8).println("ready");
        System.in.transferTo(OutputStream.nullOutputStream());
        server.close();
    }
}
