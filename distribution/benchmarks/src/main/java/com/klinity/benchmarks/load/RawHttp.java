package com.klinity.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.klinity.benchmarks.bare.Message;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/** One request, and the bytes that come back. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int PORTION = 8192;

    private RawHttp() {}

    /** The whole answer to a read, as it was on the wire. */
    static byte[] get(URI server, Target target) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = "GET " + target.path() + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nAuthorization: Bearer " + target.token() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return answer(socket.getInputStream());
        } catch (IOException e) {
            throw new BenchmarkFailure(server + " does not answer", e);
        }
    }

    private static byte[] answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] portion = new byte[PORTION];
        int length = -1;
        while (length < 0 || answer.size() < length) {
            int read = in.read(portion);
            if (read < 0) {
                throw new IOException("the connection ended in the middle of an answer");
            }
            answer.write(portion, 0, read);
            length = Message.length(answer.toByteArray());
        }
        return answer.toByteArray();
    }
}
