package com.klinity.platform.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A certificate that a test has issued for this machine.
 *
 * @param keys   its own
 * @param name   its subject
 * @param der    itself
 * @param issuer who issued it; none for a root
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TestCertificate(KeyPair keys, String name, byte[] der, List<TestCertificate> issuer) {

    private static final Duration DAY = Duration.ofDays(1);

    static TestCertificate root() {
        return make("EC", "root", List.of(), Instant.now().plus(DAY));
    }

    TestCertificate issue(String algorithm, String subject) {
        return issue(algorithm, subject, Instant.now().plus(DAY));
    }

    TestCertificate issue(String algorithm, String subject, Instant expires) {
        return make(algorithm, subject, List.of(this), expires);
    }

    private static TestCertificate make(
            String algorithm, String subject, List<TestCertificate> issuer, Instant expires) {
        try {
            KeyPair keys = pair(algorithm);
            KeyPair signer = issuer.isEmpty() ? keys : issuer.getFirst().keys();
            String issuerName = issuer.isEmpty() ? subject : issuer.getFirst().name();
            byte[] signedBy = algorithmOf(signer);
            byte[] toSign = Der.sequence(
                    Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                    Der.integer(new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16)),
                    signedBy,
                    Der.commonName(issuerName),
                    Der.sequence(Der.time(expires.minus(DAY.multipliedBy(3))), Der.time(expires)),
                    Der.commonName(subject),
                    keys.getPublic().getEncoded(),
                    Der.tagged(0xa3, Der.sequence(authority(), localhost())));
            Signature signature = Signature.getInstance(signatureOf(signer));
            signature.initSign(signer.getPrivate());
            signature.update(toSign);
            byte[] der = Der.sequence(toSign, signedBy, Der.bits(signature.sign()));
            return new TestCertificate(keys, subject, der, issuer);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("EC") ? 256 : 2048);
        return generator.generateKeyPair();
    }

    private static String signatureOf(KeyPair signer) {
        return signer.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    }

    private static byte[] algorithmOf(KeyPair signer) {
        return signer.getPrivate().getAlgorithm().equals("EC")
                ? Der.sequence(Der.oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2))
                : Der.sequence(Der.oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11), Der.tagged(0x05));
    }

    private static byte[] authority() {
        return Der.extension(Der.oid(0x55, 0x1d, 19), Der.sequence(Der.tagged(0x01, new byte[] {-1})));
    }

    private static byte[] localhost() {
        byte[] name = Der.tagged(0x82, "localhost".getBytes(StandardCharsets.US_ASCII));
        return Der.extension(Der.oid(0x55, 0x1d, 17), Der.sequence(name, Der.tagged(0x87, new byte[] {127, 0, 0, 1})));
    }

    X509Certificate x509() {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String pem() {
        return pem("CERTIFICATE", der);
    }

    /** This one, then its issuer, up to but without the root. */
    String chain() {
        return issuer.isEmpty() ? "" : pem() + issuer.getFirst().chain();
    }

    String key() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }

    /** Writes what a server must be given, the key for its owner alone; a reader sees the old or the new files whole. */
    void writeTo(Path certificate, Path privateKey) throws IOException {
        write(privateKey, key());
        write(certificate, chain());
    }

    static void write(Path file, String text) throws IOException {
        Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
