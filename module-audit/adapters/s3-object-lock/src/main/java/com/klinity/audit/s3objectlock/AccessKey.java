package com.klinity.audit.s3objectlock;

import com.klinity.platform.spi.Secret;
import com.klinity.platform.spi.Settings;
import java.util.Optional;

/** A long-lived key of an AWS user, for where no role can be assumed. */
record AccessKey(String id, Secret secret) {

    private static final String ID = "klinity.aws.access-key-id";
    private static final String SECRET = "klinity.aws.secret-access-key";

    /** Both halves or neither; half of a key is a fault. */
    static Optional<AccessKey> read(Settings settings) {
        boolean half = settings.optionalText(ID).isPresent()
                ^ settings.optionalText(SECRET).isPresent();
        if (half) {
            settings.text(ID);
            settings.secret(SECRET);
            return Optional.empty();
        }
        return settings.optionalText(ID).map(id -> new AccessKey(id, settings.secret(SECRET)));
    }
}
