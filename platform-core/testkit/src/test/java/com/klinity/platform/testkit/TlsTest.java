package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 45 CFR §164.312(e)(1): what the server's own HTTPS speaks, and with which certificate. */
@Tag("TR-1")
@DisplayName("A server that speaks HTTPS itself")
class TlsTest {

    private static final TestCertificate ROOT = TestCertificate.root();
    private static final TestCertificate INTERMEDIATE = ROOT.issue("RSA", "intermediate");
    private static final Path FOLDER = TestFolders.fresh("klinity-tls-");
    private static final Path CERTIFICATE = FOLDER.resolve("certificate.pem");
    private static final Path KEY = FOLDER.resolve("key.pem");
    private static final String NOWHERE = "/v1/nowhere";

    @SuppressWarnings("NullAway.Init") // set before all
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        INTERMEDIATE.issue("RSA", "first").writeTo(CERTIFICATE, KEY);
        server = TestServer.of(new NotesModule())
                .setting("klinity.server.tls.certificate", CERTIFICATE.toString())
                .setting("klinity.server.tls.private-key", KEY.toString())
                .setting("klinity.server.tls.check-interval", "PT0.05S")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void presents_a_chain_that_a_caller_of_the_root_alone_accepts(String algorithm) throws IOException {
        present(INTERMEDIATE.issue(algorithm, "chain of " + algorithm));
        try (TlsCaller caller = TlsCaller.to(server.address(), ROOT)) {
            assertEquals(404, caller.get(NOWHERE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaks(String protocol) throws IOException {
        try (TlsCaller caller =
                TlsCaller.to(server.address(), ROOT, likes -> likes.setProtocols(new String[] {protocol}))) {
            assertEquals(protocol, caller.protocol());
            assertEquals(404, caller.get(NOWHERE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
                "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
            })
    void refuses_suites_without_forward_secrecy_or_authenticated_encryption(String suite) throws IOException {
        present(INTERMEDIATE.issue("RSA", "for " + suite));
        assertThrows(
                IOException.class,
                () -> TlsCaller.to(server.address(), ROOT, likes -> {
                            likes.setProtocols(new String[] {"TLSv1.2"});
                            likes.setCipherSuites(new String[] {suite});
                        })
                        .close());
    }

    @Test
    void lets_no_caller_negotiate_again() throws IOException {
        try (TlsCaller caller =
                TlsCaller.to(server.address(), ROOT, likes -> likes.setProtocols(new String[] {"TLSv1.2"}))) {
            assertEquals(404, caller.get(NOWHERE));
            assertThrows(IOException.class, () -> {
                caller.renegotiate();
                caller.get(NOWHERE);
            });
        }
    }

    @Test
    void presents_a_renewed_certificate_and_keeps_connections_of_the_old_one() throws IOException {
        present(INTERMEDIATE.issue("EC", "before"));
        try (TlsCaller old = TlsCaller.to(server.address(), ROOT)) {
            present(INTERMEDIATE.issue("RSA", "after"));
            assertEquals(404, old.get(NOWHERE));
        }
    }

    @Test
    void keeps_its_certificate_when_the_files_hold_an_expired_one() throws IOException {
        present(INTERMEDIATE.issue("EC", "good before expired"));
        remains(
                "good before expired",
                "has expired",
                () -> INTERMEDIATE
                        .issue("EC", "expired", Instant.now().minusSeconds(60))
                        .writeTo(CERTIFICATE, KEY));
    }

    @Test
    void keeps_its_certificate_when_the_key_is_of_another() throws IOException {
        present(INTERMEDIATE.issue("EC", "good before mixed"));
        remains(
                "good before mixed",
                "does not belong",
                () -> TestCertificate.write(
                        KEY, INTERMEDIATE.issue("EC", "other").key()));
    }

    @Test
    void keeps_its_certificate_when_a_file_breaks_off() throws IOException {
        present(INTERMEDIATE.issue("EC", "good before broken"));
        remains(
                "good before broken",
                "holds no certificate",
                () -> TestCertificate.write(CERTIFICATE, "-----BEGIN CERTIFICATE-----\nMIIB"));
    }

    @Test
    void tells_how_long_its_certificate_is_good() throws IOException {
        present(INTERMEDIATE.issue("EC", "short", Instant.now().plusSeconds(3600)));
        String metric = server.management()
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("klinity_tls_certificate_expires_seconds "))
                .findFirst()
                .orElseThrow();
        double seconds = Double.parseDouble(metric.split(" ", 2)[1]);
        assertTrue(seconds > 0 && seconds <= 3600, metric);
    }

    private interface Change {
        void make() throws IOException;
    }

    /** Puts it into the files and waits until it is presented. */
    private static void present(TestCertificate certificate) throws IOException {
        certificate.writeTo(CERTIFICATE, KEY);
        server.await(() -> presented().equals("CN=" + certificate.name()));
    }

    /** Waits until the change was looked at and refused, and expects the old certificate to be presented. */
    private static void remains(String name, String reason, Change change) throws IOException {
        try (LogLines log = new LogLines("com.klinity.platform.server.CertificateWatch")) {
            change.make();
            server.await(() -> log.lines().stream()
                    .anyMatch(line -> line.contains("the TLS certificate before stays") && line.contains(reason)));
        }
        assertEquals("CN=" + name, presented());
    }

    private static String presented() {
        try (TlsCaller caller = TlsCaller.to(server.address(), ROOT)) {
            return caller.subject();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
