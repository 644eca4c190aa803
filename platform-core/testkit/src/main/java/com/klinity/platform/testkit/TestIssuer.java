package com.klinity.platform.testkit;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.TokenProfile;
import com.klinity.platform.spi.TrustedIssuer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** An issuer whose tokens a test makes as it likes. A feature of its own, for servers without the identity feature. */
public final class TestIssuer implements FeatureModule {

    private static final String ISSUER = "http://localhost/test-issuer";
    private static final String CLIENT = "klinity-test";
    private static final String KEY_ID = "test-key";
    private static final int LIFETIME_SECONDS = 3600;
    private static final KeyPair KEYS = keys();

    /** With the key that all of them share. */
    public TestIssuer() {}

    @Override
    public String name() {
        return "testissuer";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), TestIssuer.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        context.trust(new TrustedIssuer(ISSUER, CLIENT, TokenProfile.RFC9068, TestIssuer::jwks));
        return new Feature() {
            @Override
            public void routes(Routes routes) {}
        };
    }

    /** A good access token of that subject. */
    static String token(UUID subject, Instant issuedAt) {
        BigDecimal issued = BigDecimal.valueOf(issuedAt.toEpochMilli(), 3);
        String claims = """
                {"iss":"%s","sub":"%s","aud":"%s","client_id":"%s","token_use":"access","jti":"%s","iat":%s,"exp":%d}"""
                .formatted(
                        ISSUER,
                        subject,
                        CLIENT,
                        CLIENT,
                        UUID.randomUUID(),
                        issued.toPlainString(),
                        issuedAt.getEpochSecond() + LIFETIME_SECONDS);
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"" + KEY_ID + "\"}") + "." + encode(claims);
        return signed + "." + sign(signed);
    }

    private static String jwks() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + KEY_ID + "\",\"n\":\""
                + encode(unsigned(key.getModulus().toByteArray())) + "\",\"e\":\""
                + encode(unsigned(key.getPublicExponent().toByteArray())) + "\"}]}";
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
