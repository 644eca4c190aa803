package com.klinity.platform.server.connection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A connection whose every byte the test decides. */
final class RawCaller implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private final Socket socket = new Socket();

    static RawCaller to(int port) {
        RawCaller caller = new RawCaller();
        try {
            caller.socket.setReceiveBufferSize(16_384);
            caller.socket.setTcpNoDelay(true);
            caller.socket.setSoTimeout(PATIENCE_MILLIS);
            caller.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return caller;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends each character as one byte. */
    RawCaller send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    RawCaller send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Says that nothing more comes. */
    RawCaller halfClose() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All that comes until the server closes; an error when it does not. */
    String untilClosed() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open after " + all.toString(StandardCharsets.ISO_8859_1), e);
        } catch (SocketException e) {
            // reset: closed as well
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** What comes up to and with that text. */
    String until(String text) throws IOException {
        StringBuilder all = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (all.indexOf(text) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new AssertionError("closed after " + all);
            }
            all.append((char) next);
        }
        return all.toString();
    }

    /** Takes so many bytes away; how many there were. */
    long skip(long bytes) throws IOException {
        socket.getInputStream().skipNBytes(bytes);
        return bytes;
    }

    static List<Integer> statuses(String answers) {
        return STATUS.matcher(answers)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
