package com.klinity.platform.server;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;

/**
 * A certificate and the key that belongs to it.
 *
 * @param chain the server's certificate first
 * @param key   of that one
 */
record TlsIdentity(List<X509Certificate> chain, PrivateKey key) {

    private static final int LEAST_RSA_BITS = 2048;
    private static final List<String> OLD_FORMS = List.of("RSA PRIVATE KEY", "EC PRIVATE KEY");

    /** Copies the list. */
    TlsIdentity {
        chain = List.copyOf(chain);
    }

    static TlsIdentity of(List<X509Certificate> chain, PemFile keyFile, boolean keyReadableByAll)
            throws UnusableTlsException {
        if (keyReadableByAll) {
            throw UnusableTlsException.privateKey("may be read by every user of this machine; chmod 600 it");
        }
        PublicKey owner = chain.getFirst().getPublicKey();
        if (!List.of("RSA", "EC").contains(owner.getAlgorithm())
                || (owner instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS)) {
            throw UnusableTlsException.certificate("must be of an RSA key of 2048 bits or more, or of an EC key");
        }
        PrivateKey key = key(keyFile, owner.getAlgorithm());
        if (!belong(owner, key)) {
            throw mismatch();
        }
        return new TlsIdentity(chain, key);
    }

    private static PrivateKey key(PemFile file, String algorithm) throws UnusableTlsException {
        if (file.all("PRIVATE KEY").size() != 1) {
            throw UnusableTlsException.privateKey(noKey(file));
        }
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(file.all("PRIVATE KEY").getFirst()));
        } catch (GeneralSecurityException e) {
            throw UnusableTlsException.privateKey("is damaged, or does not belong to klinity.server.tls.certificate");
        }
    }

    private static String noKey(PemFile file) {
        if (!file.all("ENCRYPTED PRIVATE KEY").isEmpty()) {
            return "is encrypted; decrypt it with openssl pkcs8 -in OLD -out NEW, and chmod 600 it";
        }
        if (OLD_FORMS.stream().anyMatch(form -> !file.all(form).isEmpty())) {
            return "is not PKCS #8; convert it with openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW";
        }
        return "must hold one private key in PEM form (-----BEGIN PRIVATE KEY-----)";
    }

    private static UnusableTlsException mismatch() {
        return UnusableTlsException.privateKey("does not belong to klinity.server.tls.certificate");
    }

    private static boolean belong(PublicKey owner, PrivateKey key) throws UnusableTlsException {
        String algorithm = owner.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update((byte) 1);
            byte[] signed = signature.sign();
            signature.initVerify(owner);
            signature.update((byte) 1);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw mismatch();
        }
    }

    /** Refuses a chain of which a part is not valid now. */
    void requireCurrent(Instant now) throws UnusableTlsException {
        for (X509Certificate certificate : chain) {
            if (now.isAfter(certificate.getNotAfter().toInstant())) {
                throw UnusableTlsException.certificate("has expired, or its issuer's has; renew it");
            }
            if (now.isBefore(certificate.getNotBefore().toInstant())) {
                throw UnusableTlsException.certificate("is not valid yet; look at this machine's clock");
            }
        }
    }

    /** When the first of the chain expires. */
    Instant expires() {
        return chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
