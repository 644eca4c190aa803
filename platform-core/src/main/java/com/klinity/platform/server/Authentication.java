package com.klinity.platform.server;

import com.klinity.platform.database.Identity;
import com.klinity.platform.security.BearerToken;
import com.klinity.platform.security.TokenRefused;
import com.klinity.platform.security.TokenRefused.Reason;
import com.klinity.platform.security.TokenVerifier;
import com.klinity.platform.security.VerifiedToken;
import com.klinity.platform.spi.Refusal;
import io.helidon.http.HeaderNames;

/** Step 5: the token. Looks at the Authorization header and nothing else, and never at the database. */
final class Authentication {

    private final TokenVerifier verifier;
    private final TokenRefusals refusals;

    Authentication(TokenVerifier verifier, TokenRefusals refusals) {
        this.verifier = verifier;
        this.refusals = refusals;
    }

    /** Whose call this is. A token that cannot be judged is no fault of the caller's. */
    Identity identify(Incoming call) {
        try {
            return switch (BearerToken.from(call.request().headers().values(HeaderNames.AUTHORIZATION))) {
                case BearerToken.Absent absent -> throw Refusal.unauthenticated();
                case BearerToken.Presented presented -> identity(verifier.verify(presented.compactToken()));
            };
        } catch (TokenRefused e) {
            refusals.count(e.reason());
            throw e.reason() == Reason.KEYS_UNAVAILABLE ? Refusal.unavailable() : Refusal.unauthenticated();
        }
    }

    private static Identity identity(VerifiedToken token) {
        return new Identity(token.subject(), token.issuedAt());
    }
}
