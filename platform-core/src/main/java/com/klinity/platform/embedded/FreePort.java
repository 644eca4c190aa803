package com.klinity.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a port for a server that cannot choose one itself. Another process may take it before the server does. */
final class FreePort {
    private FreePort() {}

    static int find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(ServerConfiguration.HOST))) {
            return socket.getLocalPort();
        }
    }
}
