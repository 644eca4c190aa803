package com.klinity.identity.local;

import com.klinity.identity.spi.IdentityContext;
import com.klinity.platform.spi.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the issuer says of itself to everybody. */
final class Publication {

    private static final String CACHED = "public, max-age=300";

    private final LocalSettings settings;
    private final SigningKey key;
    private final IdentityContext context;

    Publication(LocalSettings settings, SigningKey key, IdentityContext context) {
        this.settings = settings;
        this.key = key;
        this.context = context;
    }

    /** A JWK Set (RFC 7517 §5). */
    Reply keySet() {
        return Reply.ok(keys()).header("Cache-Control", CACHED);
    }

    String keySetText() {
        return context.json().write(keys()).text();
    }

    /** OpenID Connect Discovery 1.0 §3, as far as it fits an issuer without redirects: codes come by mail. */
    Reply discovery() {
        String base = context.serverAddress() + LocalRoutes.BASE;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", settings.issuer());
        document.put("jwks_uri", base + "/jwks.json");
        document.put("sign_up_endpoint", base + "/sign-up");
        document.put("sign_in_endpoint", base + "/sign-in");
        document.put("confirm_endpoint", base + "/confirm");
        document.put("refresh_endpoint", base + "/refresh");
        document.put("response_types_supported", List.of());
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return Reply.ok(document).header("Cache-Control", CACHED);
    }

    private Map<String, Object> keys() {
        return Map.of("keys", List.of(key.publicHalf().members()));
    }
}
