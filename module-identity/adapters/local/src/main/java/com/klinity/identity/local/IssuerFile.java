package com.klinity.identity.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The issuer's name of the first start, kept so that tokens stay good when the server comes back on another port. */
final class IssuerFile {

    private static final String NAME = "issuer";

    private IssuerFile() {}

    /**
     * The name in that folder; the proposed one becomes it when there is none.
     *
     * @throws StartFailure when it cannot be read or written
     */
    static String loadOrKeep(Path folder, String proposed) {
        Path file = folder.resolve(NAME);
        try {
            if (Files.exists(file)) {
                return Files.readString(file, US_ASCII).strip();
            }
            DurableFile.write(folder, NAME, proposed.getBytes(US_ASCII));
            return proposed;
        } catch (IOException e) {
            throw new StartFailure("cannot read or write the issuer's name " + file, e);
        }
    }
}
