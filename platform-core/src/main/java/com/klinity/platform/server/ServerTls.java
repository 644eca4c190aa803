package com.klinity.platform.server;

import com.klinity.platform.spi.Gauge;
import com.klinity.platform.spi.StartFailure;
import io.helidon.common.tls.Tls;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * HTTPS of the server's own: TLS 1.2 and 1.3 with forward secrecy and authenticated encryption alone (NIST SP 800-52
 * rev. 2, section 3.3; RFC 9325, section 4.2), no renegotiation by the client, and a certificate that follows its files.
 */
final class ServerTls implements AutoCloseable {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] SUITES = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_AES_128_GCM_SHA256",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    };

    static {
        // Read once, when the first handshake of the process begins; the launcher says it as well.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    }

    private final PresentedCertificate certificate;
    private final CertificateWatch watch;
    private final Tls helidon;

    private ServerTls(PresentedCertificate certificate, CertificateWatch watch, Tls helidon) {
        this.certificate = certificate;
        this.watch = watch;
        this.helidon = helidon;
    }

    /**
     * Loads the certificate and follows its files until closed.
     *
     * @throws StartFailure when it cannot be served with
     */
    static ServerTls open(TlsFiles files) {
        try {
            PresentedCertificate certificate = new PresentedCertificate(files.load(Instant.now()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {certificate}, new TrustManager[0], null);
            Tls tls = Tls.builder()
                    .sslContext(context)
                    .sslParameters(parameters())
                    .build();
            return new ServerTls(certificate, CertificateWatch.start(files, certificate), tls);
        } catch (UnusableTlsException e) {
            throw new StartFailure("klinity.server.tls: " + e.whatToDo(), e);
        } catch (GeneralSecurityException e) {
            throw new StartFailure("klinity.server.tls: this Java runtime has no TLS", e);
        }
    }

    private static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters(SUITES, PROTOCOLS);
        parameters.setUseCipherSuitesOrder(true);
        parameters.setEndpointIdentificationAlgorithm("");
        return parameters;
    }

    Tls helidon() {
        return helidon;
    }

    Gauge expiry() {
        return new Gauge(
                "klinity_tls_certificate_expires_seconds",
                "Time until the certificate that the server presents, or one of its chain, expires",
                () -> Duration.between(Instant.now(), certificate.identity().expires())
                        .toSeconds());
    }

    @Override
    public void close() {
        watch.close();
    }
}
