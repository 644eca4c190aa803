package com.klinity.platform.server;

import com.klinity.platform.spi.Settings;
import io.helidon.common.configurable.Resource;
import io.helidon.common.tls.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server's certificate and key, both PEM.
 *
 * @param certificate certificate, followed by its chain
 * @param privateKey  PKCS #8, RSA or EC
 */
public record TlsFiles(Path certificate, Path privateKey) {

    private static final String CERTIFICATE = "klinity.server.tls.certificate";
    private static final String PRIVATE_KEY = "klinity.server.tls.private-key";

    static Optional<TlsFiles> read(Settings settings) {
        Optional<Path> certificate = file(settings, CERTIFICATE);
        Optional<Path> privateKey = file(settings, PRIVATE_KEY);
        if (certificate.isPresent() != privateKey.isPresent()) {
            settings.fault(certificate.isPresent() ? PRIVATE_KEY : CERTIFICATE, "is missing; both are needed for HTTPS");
        }
        return certificate.flatMap(chain -> privateKey.map(key -> new TlsFiles(chain, key)));
    }

    private static Optional<Path> file(Settings settings, String key) {
        Optional<Path> file = settings.optionalText(key).map(Path::of);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            settings.fault(key, "cannot be read at " + file.get());
        }
        return file;
    }

    Tls helidon() {
        return Tls.builder()
                .privateKey(key -> key.pem(pem -> pem.key(Resource.create(privateKey))))
                .privateKeyCertChain(chain -> chain.pem(pem -> pem.certificates(Resource.create(certificate))))
                .build();
    }
}
