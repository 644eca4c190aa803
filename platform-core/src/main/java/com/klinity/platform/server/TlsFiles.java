package com.klinity.platform.server;

import com.klinity.platform.spi.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The server's certificate and key, both PEM.
 *
 * @param certificate certificate, followed by its chain
 * @param privateKey  PKCS #8, RSA or EC, not encrypted
 * @param interval    how often it is looked whether they have changed
 */
public record TlsFiles(Path certificate, Path privateKey, Duration interval) {

    private static final String CERTIFICATE = "klinity.server.tls.certificate";
    private static final String PRIVATE_KEY = "klinity.server.tls.private-key";
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    static Optional<TlsFiles> read(Settings settings) {
        Optional<Path> certificate = path(settings, CERTIFICATE);
        Optional<Path> privateKey = path(settings, PRIVATE_KEY);
        Duration interval = settings.duration("klinity.server.tls.check-interval", TEN_SECONDS);
        if (certificate.isPresent() != privateKey.isPresent()) {
            settings.fault(
                    certificate.isPresent() ? PRIVATE_KEY : CERTIFICATE, "is missing; both are needed for HTTPS");
        }
        Optional<TlsFiles> files =
                certificate.flatMap(chain -> privateKey.map(key -> new TlsFiles(chain, key, interval)));
        files.ifPresent(tls -> tls.check(settings));
        return files;
    }

    private static Optional<Path> path(Settings settings, String key) {
        try {
            return settings.optionalText(key).map(Path::of);
        } catch (InvalidPathException e) {
            settings.fault(key, "is no path of a file");
            return Optional.empty();
        }
    }

    private void check(Settings settings) {
        try {
            load(Instant.now());
        } catch (UnusableTlsException e) {
            settings.fault(e.aboutKey() ? PRIVATE_KEY : CERTIFICATE, e.whatToDo());
        }
    }

    /** What the files hold now, when it is good to serve with. */
    TlsIdentity load(Instant now) throws UnusableTlsException {
        TlsIdentity identity = TlsIdentity.of(
                CertificateChain.read(PemFile.read(certificate, false)),
                PemFile.read(privateKey, true),
                PemFile.readableByAll(privateKey));
        identity.requireCurrent(now);
        return identity;
    }
}
