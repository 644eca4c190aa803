package com.klinity.identity.local;

import com.klinity.platform.spi.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Makes JWT access tokens (RFC 9068). */
final class AccessTokens {

    private final LocalSettings settings;
    private final SigningKey key;
    private final Json json;
    private final String header;

    AccessTokens(LocalSettings settings, SigningKey key, Json json) {
        this.settings = settings;
        this.key = key;
        this.json = json;
        Map<String, String> names = new LinkedHashMap<>();
        names.put("typ", "at+jwt");
        names.put("alg", "RS256");
        names.put("kid", key.publicHalf().id());
        header = json.write(names).text();
    }

    Duration lifetime() {
        return settings.tokenLifetime();
    }

    /**
     * A token for the user.
     *
     * @param signedInAt when the user last proved who he or she is
     */
    String issue(UUID user, Instant signedInAt, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", settings.issuer());
        claims.put("sub", user.toString());
        claims.put("aud", settings.clientId());
        claims.put("client_id", settings.clientId());
        claims.put("token_use", "access");
        claims.put("iat", seconds(now));
        claims.put("exp", seconds(now.plus(lifetime())));
        claims.put("auth_time", signedInAt.getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return key.sign(header, json.write(claims).text());
    }

    /** With milliseconds, so that a token got right after a sign-out is newer than it (RFC 7519 §2 allows them). */
    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }
}
