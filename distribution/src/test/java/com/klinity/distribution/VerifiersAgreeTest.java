package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.klinity.distribution.Verifier.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both verifiers take and refuse the same manifests and keys: 0 verified, 1 a finding, 2 no manifest or no key. */
@Tag("LG-5")
class VerifiersAgreeTest {

    private static final SignedPart PART = SignedPart.make();

    @TempDir
    private Path folder;

    @BeforeAll
    static void python() {
        assumeTrue(Verifier.isPythonHere(), "needs Python 3.8 or newer as python3, or -Dtestkit.python=COMMAND");
    }

    @BeforeEach
    void export() throws IOException {
        Files.writeString(csv(), PART.csv());
    }

    /** Exit code, and what is put for what in a manifest that is right. */
    static Stream<Arguments> manifests() {
        return Stream.of(
                row(0, "", ""),
                row(0, "\\{", "{\"more\": [null, 1.5, \"x\"], "),
                row(2, "\"position\":0,", ""),
                row(2, "\"position\":0", "\"position\":null"),
                row(2, "\"position\":0", "\"position\":\"0\""),
                row(2, "\"position\":0", "\"position\":0.0"),
                row(2, "\"position\":0", "\"position\":false"),
                row(2, "\"position\":0", "\"position\":4294967296"),
                row(1, "\"position\":0", "\"position\":-2147483648"),
                row(2, "\"heads\":2,", ""),
                row(2, "\"heads\":2", "\"heads\":2147483648"),
                row(2, "\"sequence\":1,", ""),
                row(2, "\"sequence\":1", "\"sequence\":9223372036854775808"),
                row(2, "\"proof\":\\[.*?\\]", "\"proof\":null"),
                row(2, "\"proof\":\\[.*?\\]", "\"proof\":[1]"),
                row(2, "\"proof\":\\[.*?\\]", "\"proof\":[null]"),
                row(1, "\"proof\":\\[.*?\\]", "\"proof\":[\"x\"]"),
                row(2, "\"checkpoint\":\\{.*\\}\\}", "\"checkpoint\":\"\"}"),
                row(2, "\"checkpoint\":\\{.*\\}\\}", "\"checkpoint\":[]}"),
                row(0, "\"checkpoint\":\\{.*\\}\\}", "\"checkpoint\":null}"),
                row(2, "\"first\":1", "\"first\":1e0"),
                row(1, "\"first\":1", "\"first\":-9223372036854775808"),
                row(2, "\"firstHash\":\".*?\"", "\"firstHash\":0"),
                row(1, "\"firstHash\":\".*?\"", "\"firstHash\":null"),
                row(2, "\"lastHash\":\".*?\",", ""),
                row(2, "\"lastHash\":\".*?\"", "\"lastHash\":[]"));
    }

    static Stream<Arguments> accounts() {
        String account = "\"account\":\"" + SignedPart.ACCOUNT;
        return Stream.of(
                row(2, account, "\"account\":\"" + SignedPart.ACCOUNT.replace("-", "")),
                row(2, account, "\"account\":\"0192F0C0-0000-7000-8000-00000000000A"),
                row(2, account, "\"account\":\"{" + SignedPart.ACCOUNT + "}"),
                row(2, account, "\"account\":\"urn:uuid:" + SignedPart.ACCOUNT),
                row(2, account, "\"account\":\"AZLwwAAAcACAAAAAAAAACg=="),
                row(2, account + "\"", "\"account\":null"),
                row(2, account, "\"account\":\""));
    }

    static Stream<Arguments> signatures() {
        return Stream.of(
                row(1, "=\",\"publicKey", "\",\"publicKey"),
                row(1, "=\",\"publicKey", "=\\\\n\",\"publicKey"),
                row(1, "=\",\"publicKey", "=A\",\"publicKey"),
                row(1, "=\",\"publicKey", "\u00e9\",\"publicKey"),
                row(1, "=\",\"publicKey", "\\\\ud800\",\"publicKey"),
                row(1, "\u2014 klinity ", "\u2014 klinity \u2014"),
                row(1, "\u2014 klinity ", "- klinity "),
                row(1, "\"signature\":\".*?\"", "\"signature\":\"\u2014 klinity AAAA\""),
                row(1, "\"signature\":\".*?\"", "\"signature\":\"\""),
                row(2, "\"signature\":\".*?\"", "\"signature\":null"),
                row(2, "\"signature\":\".*?\",", ""));
    }

    static Stream<Arguments> publicKeys() {
        return Stream.of(
                row(2, "\"publicKey\":\".*?\",", ""),
                row(2, "\"publicKey\":\".*?\"", "\"publicKey\":null"),
                row(2, "\"publicKey\":\".*?\"", "\"publicKey\":\"\""),
                row(2, "\"publicKey\":\".*?\"", "\"publicKey\":\"?\""),
                row(2, "\"publicKey\":\".*?\"", "\"publicKey\":\"" + "A".repeat(59) + "=\""),
                row(2, "\"publicKey\":\"M", "\"publicKey\":\"?M"),
                row(2, "\"publicKey\":\"M", "\"publicKey\":\"\u00e9M"),
                row(2, "=\",\"sequence", "\",\"sequence"),
                row(2, "=\",\"sequence", "=\\\\n\",\"sequence"),
                row(2, "=\",\"sequence", "=\\\\u001b[2K\\\\rkey       yours\",\"sequence"),
                // A key in form, and no point of the curve.
                row(
                        1,
                        "\"publicKey\":\".*?\"",
                        "\"publicKey\":\"MCowBQYDK2VwAyEAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\""));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                row(2, "(?s).*", ""),
                row(2, "(?s).*", "null"),
                row(2, "(?s).*", "7"),
                row(2, "(?s).*", "{}"),
                row(2, "\\{", "{\"more\": " + "[".repeat(100_000) + "]".repeat(100_000) + ", "),
                row(2, "\\{", "{\"more\": NaN, "),
                row(2, "\\{", "{\"more\": 'x', "),
                row(2, "\\{", "{/**/"),
                row(2, "\\}\\}", "}},"),
                row(2, "\\}\\}", "}}{}"),
                row(2, "^", "\ufeff"));
    }

    private static Arguments row(int exitCode, String pattern, String replacement) {
        String shown = replacement.length() > 60 ? replacement.substring(0, 60) + "..." : replacement;
        return Arguments.argumentSet(
                exitCode + ": " + pattern + " -> " + shown.replaceAll("\\p{Cntrl}", "?"),
                exitCode,
                pattern,
                replacement);
    }

    @ParameterizedTest
    @MethodSource({"manifests", "accounts", "signatures", "publicKeys", "texts"})
    void on_a_manifest_with_the_key_that_it_brings_along(int exitCode, String pattern, String replacement)
            throws IOException {
        assertBoth(exitCode, "--manifest", manifest(pattern, replacement));
    }

    @ParameterizedTest
    @MethodSource({"accounts", "signatures"})
    void on_a_manifest_with_a_key_from_elsewhere(int exitCode, String pattern, String replacement) throws IOException {
        assertBoth(exitCode, "--manifest", manifest(pattern, replacement), "--key", key(PART.pem()));
    }

    @Test
    void on_a_text_in_another_encoding() throws IOException {
        Path file = Files.writeString(folder.resolve("manifest.json"), PART.manifest(), StandardCharsets.UTF_16BE);
        assertBoth(2, "--manifest", file.toString());
    }

    static Stream<Arguments> keys() {
        String pem = PART.pem();
        return Stream.of(
                Arguments.of(0, pem),
                Arguments.of(0, pem.replace("\n", "\r\n")),
                Arguments.of(0, SignedPart.make().pem() + pem),
                Arguments.of(1, SignedPart.make().pem()),
                Arguments.of(2, ""),
                Arguments.of(2, PART.publicKey()),
                Arguments.of(2, pem.replace("=", "")),
                Arguments.of(2, pem.replace("=", "=?")),
                Arguments.of(2, pem.replace("PUBLIC KEY-----\nM", "PUBLIC KEY-----\n\u00e9M")),
                Arguments.of(2, pem + "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"),
                Arguments.of(2, pem + "-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----\n"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void on_a_file_of_keys(int exitCode, String pem) throws IOException {
        assertBoth(exitCode, "--manifest", manifest("", ""), "--key", key(pem));
    }

    @Test
    void on_files_that_are_not_there() throws IOException {
        String absent = folder.resolve("absent").toString();
        assertBoth(2, "--manifest", absent);
        assertBoth(2, "--manifest", manifest("", ""), "--key", absent);
        Files.delete(csv());
        assertBoth(2, "--manifest", manifest("\"first\":1", "\"first\":2"));
    }

    /** A bad key is told before the export is read, not only where that is good. */
    @Test
    void on_a_bad_key_beside_a_bad_export() throws IOException {
        Files.writeString(csv(), "");
        assertBoth(1, "--manifest", manifest("", ""), "--key", key(PART.pem()));
        assertBoth(2, "--manifest", manifest("", ""), "--key", key(""));
        assertBoth(2, "--manifest", manifest("\"publicKey\":\"M", "\"publicKey\":\"?M"));
    }

    private void assertBoth(int exitCode, String... options) throws IOException {
        List<String> arguments =
                Stream.concat(Stream.of(csv().toString()), Stream.of(options)).toList();
        Outcome java = Verifier.JAVA.run(arguments);
        assertEquals(exitCode, java.exitCode(), java::toString);
        assertEquals(java, Verifier.PYTHON.run(arguments));
        assertTrue(java.output().stream().noneMatch(line -> line.contains("\u001b")), java::toString);
    }

    private String manifest(String pattern, String replacement) throws IOException {
        String text = PART.manifest().replaceFirst(pattern, replacement);
        if (!pattern.equals(replacement)) {
            assertNotEquals(PART.manifest(), text, "the pattern is not in the manifest");
        }
        return Files.writeString(folder.resolve("manifest.json"), text).toString();
    }

    private String key(String pem) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), pem).toString();
    }

    private Path csv() {
        return folder.resolve("audit.csv");
    }
}
