package com.klinity.platform.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.klinity.platform.security.TokenRefused.Reason;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Attacks through the name of the algorithm: no signature, one of another kind, or a public key taken for a secret. */
final class AlgorithmAttacks {
    private static final String CONFUSION = "RFC 8725 §3.1, CVE-2016-10555";

    /** Where the key itself begins in the encoding of RFC 5280 of a 2048-bit one. */
    private static final int PKCS1_IN_DER = 24;

    private AlgorithmAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(names(), casesOfNone(), confusions(), otherSignatures())
                .flatMap(attacks -> attacks);
    }

    private static Stream<Attack> names() {
        return Stream.of(
                        algorithm("no algorithm, no signature", "RFC 8725 §3.2, CVE-2018-1000531", "none"),
                        algorithm("HMAC keyed with the public key", CONFUSION, "HS256"),
                        algorithm("HMAC-384", CONFUSION, "HS384"),
                        algorithm("HMAC-512", CONFUSION, "HS512"),
                        algorithm("zero ECDSA signature", "CVE-2022-21449", "ES256"),
                        algorithm("RSA-PSS with the right key", "RFC 8725 §3.1", "PS256"),
                        algorithm("longer hash", "RFC 8725 §3.1", "RS512"),
                        algorithm("SHA-1", "RFC 8725 §3.2", "RS1"),
                        algorithm("EdDSA", "RFC 8725 §3.1", "EdDSA"),
                        algorithm("key wrapping", "RFC 7518 §4.1", "RSA-OAEP"),
                        algorithm("password", "RFC 7518 §4.8, CVE-2023-52428", "PBES2-HS256+A128KW"),
                        algorithm("direct encryption", "RFC 7518 §4.5", "dir"),
                        algorithm("right name in lower case", "RFC 7515 §4.1.1", "rs256"),
                        algorithm("right name with a blank", "RFC 7515 §4.1.1", "RS256 "),
                        algorithm("right name with a NUL", "RFC 7515 §4.1.1", "RS256\0"),
                        algorithm("empty name", "RFC 7515 §4.1.1", ""),
                        algorithm("null", "RFC 7515 §4.1.1", Json.NULL),
                        algorithm("list of names", "RFC 7515 §4.1.1", List.of("RS256", "none")),
                        algorithm("object", "RFC 7515 §4.1.1", Map.of("name", "RS256")),
                        algorithm("truth value", "RFC 7515 §4.1.1", true),
                        algorithm("number", "RFC 7515 §4.1.1", 256))
                .flatMap(attacks -> attacks);
    }

    /** Each algorithm once with the issuer's signature, once with none, and once with an HMAC under the public key. */
    private static Stream<Attack> algorithm(String name, String reference, Object value) {
        Token token = Token.cognito().header("alg", value);
        byte[] hmac = Hmac.sha256(
                SigningKey.ISSUER.publicKey().getEncoded(), token.unsigned().getBytes(US_ASCII));
        return Stream.of(
                attack(name + ", signed", reference, token.signed()),
                attack(name + ", bare", reference, token.unsigned() + "."),
                attack(name + ", HMAC", reference, token.withSignature(hmac)),
                attack(name + ", zeros", reference, token.withSignature(new byte[64])));
    }

    /** Every way to write the letters, but the one that is tried above. */
    private static Stream<Attack> casesOfNone() {
        return IntStream.range(1, 16).mapToObj(AlgorithmAttacks::none).map(name -> {
            Token token = Token.cognito().header("alg", name);
            return attack("'" + name + "'", "RFC 8725 §2.1, Auth0's nonE bypass of 2020", token.unsigned() + ".");
        });
    }

    private static String none(int capitals) {
        StringBuilder name = new StringBuilder("none");
        for (int i = 0; i < name.length(); i++) {
            if ((capitals >> i & 1) == 1) {
                name.setCharAt(i, Character.toUpperCase(name.charAt(i)));
            }
        }
        return name.toString();
    }

    /** Every form in which a verifier may hold the public key, as the secret. */
    private static Stream<Attack> confusions() {
        byte[] der = SigningKey.ISSUER.publicKey().getEncoded();
        String pem = pem("PUBLIC KEY", der);
        byte[] pkcs1 = Arrays.copyOfRange(der, PKCS1_IN_DER, der.length);
        return Stream.of(
                confusion("DER", der),
                confusion("PEM", pem.getBytes(US_ASCII)),
                confusion("PEM and a line's end", (pem + "\n").getBytes(US_ASCII)),
                confusion("PEM of Windows", pem.replace("\n", "\r\n").getBytes(US_ASCII)),
                confusion("PEM without its frame", Base64.getEncoder().encode(der)),
                new Attack(
                        "alg: HS256 keyed with the PEM of PKCS #1",
                        "CVE-2017-11424",
                        keyed(pem("RSA PUBLIC KEY", pkcs1).getBytes(US_ASCII)),
                        Reason.ALGORITHM),
                confusion("JWK", Json.write(SigningKey.ISSUER.jwk()).getBytes(US_ASCII)),
                confusion("JWK Set", Json.jwks(SigningKey.ISSUER).getBytes(US_ASCII)),
                confusion("modulus", SigningKey.ISSUER.publicKey().getModulus().toByteArray()),
                confusion("key's name", SigningKey.ISSUER.id().getBytes(US_ASCII)),
                confusion("NUL", new byte[1]));
    }

    private static String pem(String title, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + title + "-----\n" + body + "\n-----END " + title + "-----";
    }

    private static Attack confusion(String form, byte[] secret) {
        return attack("HS256 keyed with the " + form, CONFUSION, keyed(secret));
    }

    private static String keyed(byte[] secret) {
        Token token = Token.cognito().header("alg", "HS256");
        return token.withSignature(Hmac.sha256(secret, token.unsigned().getBytes(US_ASCII)));
    }

    /** Good signatures by the issuer's own key, and one by a key of another kind. */
    private static Stream<Attack> otherSignatures() {
        return Stream.of(
                otherwiseSigned("RS384", "SHA384withRSA"),
                otherwiseSigned("RS512", "SHA512withRSA"),
                attack("PS256, rightly signed", "RFC 8725 §3.1", pss()),
                attack("ES256, signed by the attacker", "RFC 8725 §3.1", SigningKey.ellipticCurve(es256())));
    }

    private static Attack otherwiseSigned(String name, String algorithm) {
        Token token = Token.cognito().header("alg", name);
        byte[] signature = SigningKey.ISSUER.sign(algorithm, token.unsigned().getBytes(US_ASCII));
        return attack(name + ", rightly signed", "RFC 8725 §3.1", token.withSignature(signature));
    }

    private static String pss() {
        Token token = Token.cognito().header("alg", "PS256");
        return token.withSignature(SigningKey.ISSUER.signPss(token.unsigned().getBytes(US_ASCII)));
    }

    private static Token es256() {
        return Token.cognito().header("alg", "ES256");
    }

    private static Attack attack(String name, String reference, String token) {
        return new Attack("alg: " + name, reference, token, Reason.ALGORITHM);
    }
}
