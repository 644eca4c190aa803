package com.klinity.identity.cognito;

import com.klinity.platform.spi.Secret;
import com.klinity.platform.spi.Settings;
import java.util.Optional;

/**
 * A key of an AWS user or session.
 *
 * @param session the token of a session; none for a user's long-lived key
 */
record AccessKey(String id, Secret secret, Optional<Secret> session) {

    private static final String ID = "klinity.aws.access-key-id";
    private static final String SECRET = "klinity.aws.secret-access-key";
    private static final String SESSION = "klinity.aws.session-token";

    /** Both halves or neither; half of a key is a fault. */
    static Optional<AccessKey> read(Settings settings) {
        boolean half = settings.optionalText(ID).isPresent()
                ^ settings.optionalText(SECRET).isPresent();
        if (half) {
            settings.text(ID);
            settings.secret(SECRET);
            return Optional.empty();
        }
        Optional<Secret> session = settings.optionalText(SESSION).map(token -> settings.secret(SESSION));
        return settings.optionalText(ID).map(id -> new AccessKey(id, settings.secret(SECRET), session));
    }
}
