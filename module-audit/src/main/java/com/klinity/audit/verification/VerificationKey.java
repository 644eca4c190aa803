package com.klinity.audit.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of the key that signs checkpoints: Ed25519 (RFC 8032), named as in signed notes (C2SP signed-note), so
 * that tools for those read our signatures too. Immutable.
 */
public final class VerificationKey {

    /** The signer's name in each signature. */
    public static final String NAME = "klinity";

    /** What begins a signature's line. */
    public static final String DASH = "\u2014 ";

    private static final int ID_BYTES = 4;
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    private static final byte ED25519 = 1;

    /** What begins every SubjectPublicKeyInfo of Ed25519 (RFC 8410). */
    private static final byte[] DER = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PublicKey key;

    /** Of a key that this platform made or read. */
    public VerificationKey(PublicKey key) {
        this.key = key;
    }

    /**
     * From its SubjectPublicKeyInfo. Takes no other text than {@link #base64()} gives, so that what is shown is what
     * was read.
     *
     * @throws IllegalArgumentException when it is no key of Ed25519
     */
    public static VerificationKey ofBase64(String encoded) {
        return CanonicalBase64.bytes(encoded)
                .filter(VerificationKey::isKey)
                .map(VerificationKey::ofBytes)
                .orElseThrow(() -> new IllegalArgumentException("the public key is not one of Ed25519"));
    }

    private static boolean isKey(byte[] bytes) {
        return bytes.length == DER.length + KEY_BYTES && Arrays.equals(DER, Arrays.copyOf(bytes, DER.length));
    }

    private static VerificationKey ofBytes(byte[] bytes) {
        try {
            return new VerificationKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the public key is not one of Ed25519", e);
        }
    }

    /** Its SubjectPublicKeyInfo in base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** The line, without its break, that says this key signed. */
    public String line(byte[] signature) {
        byte[] whole = ByteBuffer.allocate(ID_BYTES + signature.length)
                .put(id())
                .put(signature)
                .array();
        return DASH + NAME + " " + Base64.getEncoder().encodeToString(whole);
    }

    /** Whether that line is this key's signature of the text. */
    public boolean signed(String text, String line) {
        return signature(line).map(signature -> verifies(text, signature)).orElse(false);
    }

    private Optional<byte[]> signature(String line) {
        String start = DASH + NAME + " ";
        if (!line.startsWith(start)) {
            return Optional.empty();
        }
        return CanonicalBase64.bytes(line.substring(start.length()))
                .filter(whole -> whole.length == ID_BYTES + SIGNATURE_BYTES)
                .filter(whole -> Arrays.equals(Arrays.copyOf(whole, ID_BYTES), id()))
                .map(whole -> Arrays.copyOfRange(whole, ID_BYTES, whole.length));
    }

    private boolean verifies(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What tells this key from others of the same name. */
    private byte[] id() {
        byte[] encoded = key.getEncoded();
        MessageDigest digest = Sha256.digest();
        digest.update((NAME + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        digest.update(encoded, encoded.length - KEY_BYTES, KEY_BYTES);
        return Arrays.copyOf(digest.digest(), ID_BYTES);
    }
}
