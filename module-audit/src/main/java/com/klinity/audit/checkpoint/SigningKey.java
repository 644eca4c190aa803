package com.klinity.audit.checkpoint;

import com.klinity.audit.verification.VerificationKey;
import com.klinity.audit.verification.VerificationKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What signs checkpoints: Ed25519 (RFC 8032), both halves. Immutable; safe for many threads. */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final PrivateKey key;
    private final VerificationKey publicKey;

    private SigningKey(PrivateKey key, VerificationKey publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /**
     * From a PEM text with the blocks PRIVATE KEY and PUBLIC KEY; further public keys are of no meaning here.
     *
     * @throws IllegalArgumentException when one is missing, or they do not belong together
     */
    static SigningKey ofPem(String text) {
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            throw new IllegalArgumentException("there is no PEM block 'PRIVATE KEY'");
        }
        SigningKey key = new SigningKey(
                privateKey(pem.group(1)), VerificationKeys.ofPem(text).all().getFirst());
        if (!key.publicKey.signed("", key.sign(""))) {
            throw new IllegalArgumentException("the public key is not that of the private one");
        }
        return key;
    }

    private static PrivateKey privateKey(String encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the private key is not one of Ed25519", e);
        }
    }

    /** A new key as such a PEM text. */
    static String newPem() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return block("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + block("PUBLIC KEY", pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String block(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + Base64.getEncoder().encodeToString(bytes) + "\n-----END " + label
                + "-----\n";
    }

    /** The line that says this key signed the text. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return publicKey.line(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    VerificationKey publicKey() {
        return publicKey;
    }
}
