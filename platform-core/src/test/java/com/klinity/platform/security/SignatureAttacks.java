package com.klinity.platform.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.klinity.platform.security.TokenRefused.Reason;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Attacks on the signature itself, with paddings made by the issuer's own key, so that only the padding is wrong. */
final class SignatureAttacks {
    private static final Token TOKEN = Token.cognito();
    private static final byte[] SIGNED_BYTES = TOKEN.unsigned().getBytes(US_ASCII);
    private static final byte[] GOOD = SigningKey.ISSUER.sign("SHA256withRSA", SIGNED_BYTES);
    private static final String SHA256_PREFIX = "3031300d060960864801650304020105000420";
    private static final String SHA1_PREFIX = "3021300906052b0e03021a05000414";

    private SignatureAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(forgeries(), lengths(), paddings()).flatMap(attacks -> attacks);
    }

    private static Stream<Attack> forgeries() {
        byte[] flipped = GOOD.clone();
        flipped[100] ^= 1;
        return Stream.of(
                attack("another key's", "RFC 8725 §3.3", TOKEN.signedBy(SigningKey.ATTACKER)),
                attack("one bit flipped", "RFC 7515 §5.2", flipped),
                attack("of another token", "RFC 7515 §5.2", foreignSignature()),
                attack("right key, SHA-512", "RFC 8725 §3.1", SigningKey.ISSUER.sign("SHA512withRSA", SIGNED_BYTES)),
                attack("right key, SHA-1", "RFC 8725 §3.2", SigningKey.ISSUER.sign("SHA1withRSA", SIGNED_BYTES)),
                attack("HMAC under RS256's name", "RFC 8725 §2.1", hmac()),
                attack("over the parts in another order", "RFC 7515 §5.1", reordered()),
                attack("over the claims alone", "RFC 7515 §5.1", overPart(1)),
                attack("over the header alone", "RFC 7515 §5.1", overPart(0)),
                attack("over the decoded claims", "RFC 7797 §3", decoded()),
                attack("backwards", "RFC 8017 §4.2", backwards()),
                attack("all ones", "RFC 8017 §5.2.2", ones()),
                attack("the modulus less one", "RFC 8017 §5.2.2", lessOne()),
                attack("all zeros", "CVE-2022-21449 (its idea)", new byte[GOOD.length]),
                attack("one", "RFC 8017 §8.2.2", SigningKey.ISSUER.fixedLength(BigInteger.ONE)));
    }

    private static byte[] foreignSignature() {
        byte[] other = Token.cognito().claim("jti", "other").unsigned().getBytes(US_ASCII);
        return SigningKey.ISSUER.sign("SHA256withRSA", other);
    }

    private static byte[] reordered() {
        String[] parts = TOKEN.unsigned().split("\\.", -1);
        return SigningKey.ISSUER.sign("SHA256withRSA", (parts[1] + "." + parts[0]).getBytes(US_ASCII));
    }

    private static byte[] overPart(int part) {
        String[] parts = TOKEN.unsigned().split("\\.", -1);
        return SigningKey.ISSUER.sign("SHA256withRSA", parts[part].getBytes(US_ASCII));
    }

    private static byte[] decoded() {
        return SigningKey.ISSUER.sign("SHA256withRSA", TOKEN.claimsJson().getBytes(US_ASCII));
    }

    private static byte[] backwards() {
        byte[] reversed = new byte[GOOD.length];
        for (int i = 0; i < GOOD.length; i++) {
            reversed[i] = GOOD[GOOD.length - 1 - i];
        }
        return reversed;
    }

    private static byte[] ones() {
        byte[] ones = new byte[GOOD.length];
        Arrays.fill(ones, (byte) -1);
        return ones;
    }

    private static byte[] lessOne() {
        return SigningKey.ISSUER.fixedLength(
                SigningKey.ISSUER.publicKey().getModulus().subtract(BigInteger.ONE));
    }

    private static byte[] hmac() {
        return Hmac.sha256(SigningKey.ISSUER.publicKey().getEncoded(), SIGNED_BYTES);
    }

    private static Stream<Attack> lengths() {
        BigInteger modulus = SigningKey.ISSUER.publicKey().getModulus();
        byte[] prefixed = new byte[GOOD.length + 1];
        System.arraycopy(GOOD, 0, prefixed, 1, GOOD.length);
        return Stream.of(
                attack("missing", "CVE-2020-28042", new byte[0]),
                attack("cut short", "RFC 8017 §8.2.2", Arrays.copyOf(GOOD, GOOD.length - 1)),
                attack("one byte longer", "RFC 8017 §8.2.2", Arrays.copyOf(GOOD, GOOD.length + 1)),
                attack("a zero before it", "RFC 8017 §8.2.2", prefixed),
                attack(
                        "plus the modulus",
                        "RFC 8017 §5.2.2",
                        new BigInteger(1, GOOD).add(modulus).toByteArray()),
                attack("the modulus", "RFC 8017 §5.2.2", SigningKey.ISSUER.fixedLength(modulus)));
    }

    private static Stream<Attack> paddings() {
        String hash = SHA256_PREFIX + digest("SHA-256");
        return Stream.of(
                padding("no padding at all", "RFC 8017 §9.2", "00".repeat(205) + hash),
                padding(
                        "garbage after the hash",
                        "CVE-2006-4339",
                        "0001" + "ff".repeat(8) + "00" + hash + "41".repeat(194)),
                padding("garbage in the padding", "CVE-2016-1494", "0001" + "ff".repeat(201) + "4100" + hash),
                padding("encryption's padding", "RFC 8017 §7.2", "0002" + "ff".repeat(202) + "00" + hash),
                padding("no zero before the hash", "RFC 8017 §9.2", "0001" + "ff".repeat(203) + hash),
                padding("bare hash", "RFC 8017 §9.2", "0001" + "ff".repeat(221) + "00" + digest("SHA-256")),
                padding(
                        "hash named SHA-1",
                        "RFC 8017 §9.2",
                        "0001" + "ff".repeat(218) + "00" + SHA1_PREFIX + digest("SHA-1")),
                padding(
                        "long form of a length",
                        "RFC 8017 §9.2, CVE-2014-1568",
                        "0001" + "ff".repeat(201) + "003081" + hash.substring(2)));
    }

    private static Attack padding(String name, String reference, String encodedMessage) {
        return attack(
                "padding: " + name,
                reference,
                SigningKey.ISSUER.signRaw(HexFormat.of().parseHex(encodedMessage)));
    }

    private static String digest(String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(SIGNED_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Attack attack(String name, String reference, byte[] signature) {
        return attack(name, reference, TOKEN.withSignature(signature));
    }

    private static Attack attack(String name, String reference, String token) {
        return new Attack("signature: " + name, reference, token, Reason.SIGNATURE);
    }
}
