package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The signing key on disk: PKCS #8 in PEM (RFC 7468 §10), made at the first start. */
final class SigningKeyFile {

    private static final String NAME = "signing-key.pem";
    private static final int LEAST_BITS = 2048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private SigningKeyFile() {}

    /**
     * The key in that folder, or a new one.
     *
     * @throws StartFailure when its file is there but holds no key that will do, or cannot be written
     */
    static SigningKey loadOrMake(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return Files.exists(file) ? load(file) : make(folder);
        } catch (IOException e) {
            throw new StartFailure("cannot read or write the signing key " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StartFailure(
                    file + " holds no RSA private key in PKCS #8 PEM; put it back from a backup, or remove it to get"
                            + " a new one (everybody must then sign in again)",
                    e);
        }
    }

    private static SigningKey load(Path file) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(file, US_ASCII).replace(BEGIN, "").replace(END, "");
        byte[] der = Base64.getMimeDecoder().decode(base64);
        if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)) instanceof RSAPrivateCrtKey key
                && key.getModulus().bitLength() >= LEAST_BITS) {
            return new SigningKey(key);
        }
        throw new GeneralSecurityException("the key is too short, or not complete");
    }

    private static SigningKey make(Path folder) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(LEAST_BITS);
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        DurableFile.write(folder, NAME, pem(key.getEncoded()).getBytes(US_ASCII));
        return new SigningKey(key);
    }

    private static String pem(byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return BEGIN + "\n" + lines + "\n" + END + "\n";
    }
}
