package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    Path folder;

    @Test
    void a_key_is_named_by_its_thumbprint_as_in_RFC_7638_section_3_1() {
        String modulus = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJEC"
                + "PebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQM"
                + "icAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3X"
                + "PksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
        PublicJwk key =
                new PublicJwk(new BigInteger(1, Base64.getUrlDecoder().decode(modulus)), BigInteger.valueOf(65_537));
        assertAll(
                () -> assertEquals("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", key.id()),
                () -> assertEquals(modulus, key.members().get("n")),
                () -> assertEquals("AQAB", key.members().get("e")));
    }

    @Test
    void the_same_key_is_there_after_a_restart() {
        String first = SigningKeyFile.loadOrMake(folder).publicHalf().id();
        assertEquals(first, SigningKeyFile.loadOrMake(folder).publicHalf().id());
    }

    @Test
    void a_new_key_is_long_enough() {
        assertTrue(SigningKeyFile.loadOrMake(folder).privateKey().getModulus().bitLength() >= 2048);
    }

    @Test
    void only_the_servers_user_can_read_the_file() throws IOException {
        SigningKeyFile.loadOrMake(folder);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())));
    }

    @Test
    void nothing_else_is_left_in_the_folder() throws IOException {
        SigningKeyFile.loadOrMake(folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void a_file_that_holds_no_key_stops_the_start_and_stays() throws IOException {
        Files.writeString(keyFile(), "not a key");
        assertThrows(StartFailure.class, () -> SigningKeyFile.loadOrMake(folder));
        assertEquals("not a key", Files.readString(keyFile()));
    }

    @Test
    void a_short_key_stops_the_start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
        Files.writeString(
                keyFile(),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(der)
                        + "\n-----END PRIVATE KEY-----\n");
        assertThrows(StartFailure.class, () -> SigningKeyFile.loadOrMake(folder));
    }

    @Test
    void a_signature_verifies_with_the_published_half() throws Exception {
        SigningKey key = SigningKeyFile.loadOrMake(folder);
        String[] parts = key.sign("{}", "{\"a\":1}").split("\\.", -1);
        PublicJwk half = key.publicHalf();
        PublicKey published =
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(half.modulus(), half.exponent()));
        Signature verification = Signature.getInstance("SHA256withRSA");
        verification.initVerify(published);
        verification.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
        assertTrue(verification.verify(Base64.getUrlDecoder().decode(parts[2])));
    }

    @Test
    void a_key_does_not_print() {
        SigningKey key = SigningKeyFile.loadOrMake(folder);
        assertFalse(
                key.toString().contains(key.privateKey().getPrivateExponent().toString()));
    }

    private Path keyFile() {
        return folder.resolve("signing-key.pem");
    }
}
