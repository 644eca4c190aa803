package com.klinity.platform.security;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** An RSA key pair of a test issuer, and its public half as a JWK. */
record SigningKey(String id, RSAPublicKey publicKey, RSAPrivateKey privateKey) {
    static final SigningKey ISSUER = generate("issuer-key-1", 2048);
    static final SigningKey NEXT = generate("issuer-key-2", 2048);
    static final SigningKey ATTACKER = generate("attacker-key", 2048);

    static SigningKey generate(String id, int bits) {
        return generate(id, bits, RSAKeyGenParameterSpec.F4);
    }

    static SigningKey generate(String id, int bits, BigInteger exponent) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, exponent));
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(id, (RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SigningKey called(String otherId) {
        return new SigningKey(otherId, publicKey, privateKey);
    }

    byte[] sign(String algorithm, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RSASSA-PSS as PS256 has it (RFC 7518, section 3.5). */
    byte[] signPss(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token, rightly signed on the curve P-256 by a key that nobody knows (RFC 7518, section 3.4). */
    static String ellipticCurve(Token token) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(generator.generateKeyPair().getPrivate());
            signature.update(token.unsigned().getBytes(StandardCharsets.US_ASCII));
            return token.withSignature(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Applies the private key to a number of one's own making, as no honest signer would. */
    byte[] signRaw(byte[] encodedMessage) {
        BigInteger signature =
                new BigInteger(1, encodedMessage).modPow(privateKey.getPrivateExponent(), privateKey.getModulus());
        return fixedLength(signature);
    }

    byte[] fixedLength(BigInteger number) {
        byte[] fixed = new byte[(publicKey.getModulus().bitLength() + 7) / 8];
        byte[] bytes = number.toByteArray();
        int skip = Math.max(0, bytes.length - fixed.length);
        System.arraycopy(bytes, skip, fixed, fixed.length - bytes.length + skip, bytes.length - skip);
        return fixed;
    }

    Map<String, Object> jwk() {
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "RSA");
        jwk.put("use", "sig");
        jwk.put("alg", "RS256");
        jwk.put("kid", id);
        jwk.put("n", unsigned(publicKey.getModulus()));
        jwk.put("e", unsigned(publicKey.getPublicExponent()));
        return jwk;
    }

    static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        byte[] magnitude = new byte[bytes.length - sign];
        System.arraycopy(bytes, sign, magnitude, 0, magnitude.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }
}
