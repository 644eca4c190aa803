package com.klinity.platform.embedded;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Program of a second process: starts a server, says its process id, and ends without closing it. */
final class ShutdownProgram {
    private ShutdownProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        EmbeddedPostgres server =
                EmbeddedPostgres.start(TestServers.disposable(directory)).closeOnShutdown();
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                .println(server.cluster().port() > 0 ? TestServers.postmaster(directory) : 0);
    }
}
