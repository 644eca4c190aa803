package com.klinity.platform.testkit;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One TCP connection, written and read by hand, so that nothing can put another in its place or mend a request. */
public final class KeptConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int SMALL = 16_384;

    private final Socket socket;
    private final InputStream in;

    private KeptConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** The beginning of an answer; header names in any case. */
    public record Head(int status, Map<String, String> headers) {

        /** A header field that must be there. */
        public String header(String name) {
            String value = headers.get(name);
            if (value == null) {
                throw new AssertionError("no header " + name + " in " + this);
            }
            return value;
        }
    }

    /** Connects; the receive buffer is small, so that a sender soon feels that nobody reads. */
    public static KeptConnection to(URI server) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        return new KeptConnection(socket);
    }

    /** Sends a request without a body; each further argument is one header line. */
    public void request(String method, String path, String... headerLines) throws IOException {
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n";
        send(head + (headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n") + "\r\n");
    }

    /** Sends text as it is, in UTF-8. */
    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks and reads a whole answer, leaving the connection ready for the next. */
    public Head get(String path, String token) throws IOException {
        request("GET", path, "Authorization: Bearer " + token);
        Head head = head();
        in.skipNBytes(Long.parseLong(head.header("Content-Length")));
        return head;
    }

    /** Reads up to the beginning of the body. */
    public Head head() throws IOException {
        String status = line();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return new Head(Integer.parseInt(status.split(" ", 3)[1]), headers);
    }

    /** What comes after what was read. */
    public InputStream rest() {
        return in;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
