package com.klinity.platform.security;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;

/**
 * RSASSA-PKCS1-v1_5 with SHA-256 (RS256; RFC 7518, section 3.3) by one provider, which must also have made the keys:
 * Amazon Corretto Crypto Provider verifies about twice as fast, but not with another provider's key objects.
 */
final class RsaVerification {
    private static final String FAST_PROVIDER = "AmazonCorrettoCryptoProvider";
    private static final String SIGNATURE = "SHA256withRSA";

    private final KeyFactory keyFactory;
    private final Provider provider;

    private RsaVerification(KeyFactory keyFactory, Provider provider) {
        this.keyFactory = keyFactory;
        this.provider = provider;
    }

    /** Takes the fast provider where it is installed and works, the JDK's own otherwise. */
    static RsaVerification withInstalledProviders() {
        return Optional.ofNullable(Security.getProvider(FAST_PROVIDER))
                .flatMap(RsaVerification::with)
                .orElseGet(RsaVerification::withDefault);
    }

    /** Empty when the provider, although installed, lacks RSA: its native half may be missing on this machine. */
    static Optional<RsaVerification> with(Provider provider) {
        try {
            Signature.getInstance(SIGNATURE, provider);
            return Optional.of(new RsaVerification(KeyFactory.getInstance("RSA", provider), provider));
        } catch (NoSuchAlgorithmException ignored) {
            return Optional.empty();
        }
    }

    private static RsaVerification withDefault() {
        try {
            Provider provider = Signature.getInstance(SIGNATURE).getProvider();
            return with(provider).orElseThrow(() -> new NoSuchAlgorithmException(SIGNATURE));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no " + SIGNATURE, e);
        }
    }

    String providerName() {
        return provider.getName();
    }

    /** Empty when the numbers are no RSA public key. */
    Optional<PublicKey> publicKey(BigInteger modulus, BigInteger exponent) {
        try {
            return Optional.of(keyFactory.generatePublic(new RSAPublicKeySpec(modulus, exponent)));
        } catch (InvalidKeySpecException ignored) {
            return Optional.empty();
        }
    }

    /** Whether the signature is the key owner's over these bytes; malformed signatures are not. */
    boolean verifies(PublicKey key, byte[] signedBytes, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(SIGNATURE, provider);
            verification.initVerify(key);
            verification.update(signedBytes);
            return verification.verify(signature);
        } catch (SignatureException | InvalidKeyException ignored) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Provider " + providerName() + " stopped working", e);
        }
    }
}
