package com.klinity.audit.verification;

import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the key is that checkpoints are signed with: a PEM file (RFC 7468) with the blocks {@code PRIVATE KEY} and {@code
 * PUBLIC KEY}, of Ed25519, and then those of the public keys before it. Who only verifies needs the public ones.
 *
 * @param path  the file
 * @param given whether the deployer named it; else the server makes it in its data folder
 */
public record SigningKeyFile(Path path, boolean given) {

    private static final String KEY = "klinity.audit.signing-key";

    /** As the settings say. */
    public static SigningKeyFile of(Settings settings) {
        Optional<String> named = settings.optionalText(KEY);
        return new SigningKeyFile(
                named.map(Path::of).orElseGet(() -> settings.dataDirectory().resolve("audit/signing-key.pem")),
                named.isPresent());
    }

    /** Notes a fault in production when none was named: a key beside the data is anybody's who has the data. */
    public void demandIn(Settings settings) {
        if (!given && settings.production()) {
            settings.fault(KEY, "is missing; name a PEM file with a private and a public key of Ed25519");
        }
    }

    /**
     * The public keys in it.
     *
     * @throws StartFailure when the file cannot be used
     */
    public VerificationKeys publicKeys() {
        return read(VerificationKeys::ofPem);
    }

    /**
     * What a reader makes of its text.
     *
     * @param reader throws {@link IllegalArgumentException} for a text that is of no use
     * @throws StartFailure when the file cannot be used
     */
    public <K> K read(Function<String, K> reader) {
        try {
            return reader.apply(Files.readString(path));
        } catch (IOException e) {
            throw new StartFailure(
                    KEY + ": cannot read " + path + " (" + e.getClass().getSimpleName() + ")", e);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(KEY + ": " + path + ": " + e.getMessage(), e);
        }
    }
}
