package com.klinity.platform.security;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import com.klinity.platform.security.TokenRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Attacks through how a token is spelled: one token must have one spelling, else logs and deny lists can be dodged. */
final class EncodingAttacks {
    private static final String GOOD = Token.cognito().signed();
    private static final String HEADER = GOOD.substring(0, GOOD.indexOf('.'));
    private static final String CLAIMS = GOOD.substring(GOOD.indexOf('.') + 1, GOOD.lastIndexOf('.'));
    private static final String SIGNATURE = GOOD.substring(GOOD.lastIndexOf('.') + 1);

    private static final String JWE = "{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\",\"kid\":\"issuer-key-1\"}";

    private EncodingAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(shapes(), spellings(), sizes(), charsets()).flatMap(attacks -> attacks);
    }

    private static Stream<Attack> shapes() {
        String json =
                "{\"payload\":\"" + CLAIMS + "\",\"protected\":\"" + HEADER + "\",\"signature\":\"" + SIGNATURE + "\"}";
        return Stream.of(
                shape("empty", "RFC 7515 §5.2", ""),
                shape("one part", "RFC 7515 §5.2", HEADER),
                shape("two parts", "RFC 7515 §5.2", HEADER + "." + CLAIMS),
                shape("four parts", "RFC 7515 §5.2", GOOD + "." + SIGNATURE),
                shape("five parts, as if encrypted", "CVE-2023-51774", GOOD + ".." + SIGNATURE),
                shape("encrypted, compact", "RFC 7516 §7.1", Token.encode(JWE) + ".AAAA.AAAA.AAAA.AAAA"),
                shape("JSON serialization", "RFC 7519 §3", json),
                shape(
                        "general JSON serialization",
                        "RFC 7515 §7.2.1",
                        "{\"payload\":\"" + CLAIMS + "\",\"signatures\":[]}"),
                shape(
                        "bare claims",
                        "RFC 7519 §7.2",
                        Token.cognito().claimsJson().replace(".", "")),
                shape("two tokens", "RFC 7515 §5.2", GOOD + "." + GOOD),
                new Attack(
                        "parts in another order", "RFC 7515 §5.2", Token.signedParts(CLAIMS, HEADER), Reason.ALGORITHM),
                new Attack("no header", "RFC 7515 §5.2", "." + CLAIMS + "." + SIGNATURE, Reason.HEADER),
                new Attack("no claims, signed so", "RFC 7519 §7.2", Token.signedParts(HEADER, ""), Reason.CLAIMS),
                new Attack(
                        "JSON and compact form at once",
                        "CVE-2022-39227",
                        "{\"" + HEADER + "." + CLAIMS + ".\":\"x\"}." + SIGNATURE,
                        Reason.NOT_COMPACT),
                new Attack("dots only", "RFC 7515 §5.2", "..", Reason.HEADER));
    }

    private static Attack shape(String name, String reference, String token) {
        return new Attack("shape: " + name, reference, token, Reason.NOT_COMPACT);
    }

    private static Stream<Attack> spellings() {
        String stray = SIGNATURE.substring(0, SIGNATURE.length() - 1) + next(SIGNATURE.charAt(SIGNATURE.length() - 1));
        return Stream.of(
                spelling("padded signature", GOOD + "=="),
                spelling("padded header, signed so", Token.signedParts(HEADER + "=", CLAIMS)),
                spelling("padded claims, signed so", Token.signedParts(HEADER, CLAIMS + "=")),
                spelling("stray bits in the last character", HEADER + "." + CLAIMS + "." + stray),
                spelling("standard alphabet", HEADER + "." + CLAIMS + "." + standardAlphabet()),
                spelling("line break inside", HEADER + "." + CLAIMS + "." + SIGNATURE.substring(1) + "\r\n"),
                spelling("blank before", " " + GOOD),
                spelling("blank between, signed so", Token.signedParts(HEADER, " " + CLAIMS)),
                spelling("line break between, signed so", Token.signedParts(HEADER + "\n", CLAIMS)),
                spelling("tab after", GOOD + "\t"),
                spelling("standard alphabet in the header, signed so", Token.signedParts("+/" + HEADER, CLAIMS)),
                spelling("encoded twice", Token.signedParts(HEADER, Token.encode(CLAIMS) + "=")),
                spelling("NUL after", GOOD + "\0"),
                spelling("percent encoding", GOOD + "%3D"),
                spelling("full-width letter", "\uff45" + GOOD.substring(1)),
                spelling("part of an impossible length", HEADER + "." + CLAIMS + ".A"));
    }

    private static Attack spelling(String name, String token) {
        return new Attack("spelling: " + name, "RFC 7515 §2, RFC 4648 §3.5", token, Reason.ENCODING);
    }

    /** The 256 bytes of a signature end in a character of which four bits count for nothing. */
    private static char next(char last) {
        return (char) (last + 1);
    }

    private static String standardAlphabet() {
        return "+/" + SIGNATURE.substring(2);
    }

    private static Stream<Attack> sizes() {
        String filler = "x".repeat(CompactToken.MAX_LENGTH);
        return Stream.of(
                new Attack(
                        "genuine but of more than 8 KiB",
                        "CVE-2025-61920",
                        Token.cognito().claim("filler", filler).signed(),
                        Reason.TOO_LARGE),
                new Attack("a mebibyte of dots", "CVE-2025-30204", ".".repeat(1 << 20), Reason.TOO_LARGE));
    }

    /** A good header with these bytes in a name that means nothing. */
    private static String header(String hex) {
        byte[] bytes = Token.cognito().header("x", "??").headerJson().getBytes(StandardCharsets.ISO_8859_1);
        String text = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("??", new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));
        return Token.signedParts(Token.encode(text.getBytes(StandardCharsets.ISO_8859_1)), CLAIMS);
    }

    private static Stream<Attack> charsets() {
        String header = Token.encode(Token.cognito().headerJson().getBytes(UTF_16BE));
        String claims = Token.encode(Token.cognito().claimsJson().getBytes(UTF_16BE));
        byte[] latin = Token.cognito().claim("name", "\u00e9").claimsJson().getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                new Attack("UTF-16 header", "RFC 8725 §3.7", Token.signedParts(header, CLAIMS), Reason.HEADER),
                new Attack("UTF-16 claims", "RFC 8725 §3.7", Token.signedParts(HEADER, claims), Reason.CLAIMS),
                new Attack(
                        "claims that are not UTF-8",
                        "RFC 8725 §3.7",
                        Token.signedParts(HEADER, Token.encode(latin)),
                        Reason.CLAIMS),
                new Attack("header that is not UTF-8", "RFC 8725 §3.7", header("ff"), Reason.HEADER),
                new Attack("header with an overlong form", "RFC 3629 §3, CVE-2008-2938", header("c0ae"), Reason.HEADER),
                new Attack("header with half a surrogate pair", "RFC 3629 §3", header("eda080"), Reason.HEADER));
    }
}
