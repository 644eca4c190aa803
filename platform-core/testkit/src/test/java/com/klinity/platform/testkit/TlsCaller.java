package com.klinity.platform.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** One TLS connection of somebody who trusts a test's root and checks the name. */
final class TlsCaller implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final SSLSocket socket;

    private TlsCaller(SSLSocket socket) {
        this.socket = socket;
    }

    static TlsCaller to(URI server, TestCertificate root) throws IOException {
        return to(server, root, parameters -> {});
    }

    /** Connects and shakes hands; the parameters are as the caller likes. */
    static TlsCaller to(URI server, TestCertificate root, Consumer<SSLParameters> liking) throws IOException {
        SSLSocket socket = (SSLSocket) trusting(root).getSocketFactory().createSocket("localhost", server.getPort());
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            liking.accept(parameters);
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new TlsCaller(socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static SSLContext trusting(TestCertificate root) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("root", root.x509());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String protocol() {
        return socket.getSession().getProtocol();
    }

    String subject() throws IOException {
        X509Certificate leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        return leaf.getSubjectX500Principal().getName();
    }

    /** Asks again for a handshake, as TLS 1.2 lets callers do. */
    void renegotiate() throws IOException {
        socket.startHandshake();
    }

    /** The status of an answer, read to the end of its head. */
    int get(String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        socket.getInputStream().readNBytes(length(text));
        return Integer.parseInt(text.split(" ", 3)[1]);
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(
                        line.substring("content-length:".length()).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
