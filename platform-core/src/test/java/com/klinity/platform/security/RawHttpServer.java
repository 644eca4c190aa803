package com.klinity.platform.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** An HTTP endpoint on loopback that answers every connection with the same bytes, or worse. */
final class RawHttpServer implements AutoCloseable {
    /** What is done with a connection once the request has been read. */
    @FunctionalInterface
    interface Answer {
        void write(OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final Answer answer;
    private final AtomicInteger requests = new AtomicInteger();

    private RawHttpServer(ServerSocket server, Answer answer) {
        this.server = server;
        this.answer = answer;
    }

    static RawHttpServer answering(Answer answer) {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            RawHttpServer server = new RawHttpServer(socket, answer);
            Thread.startVirtualThread(server::acceptAll);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer response(String statusAndHeaders, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        String head = "HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        return out -> {
            out.write(head.getBytes(US_ASCII));
            out.write(bytes);
        };
    }

    /** Promises a body, then sends a byte now and then without ever coming to an end. */
    static Answer drip() {
        return out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(US_ASCII));
            for (int i = 0; i < 5000; i++) {
                out.write(' ');
                out.flush();
                LockSupport.parkNanos(10_000_000);
            }
        };
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/jwks.json");
    }

    int requests() {
        return requests.get();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                Thread.startVirtualThread(() -> serve(connection));
            } catch (IOException e) {
                return; // closed by the test
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            readHead(connection);
            requests.incrementAndGet();
            answer.write(connection.getOutputStream());
        } catch (IOException e) {
            // the client has gone, as some tests want it to
        }
    }

    private static void readHead(Socket connection) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int next = connection.getInputStream().read();
            if (next < 0) {
                throw new IOException("no request");
            }
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
