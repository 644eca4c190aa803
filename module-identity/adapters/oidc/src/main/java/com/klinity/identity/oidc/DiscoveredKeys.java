package com.klinity.identity.oidc;

import com.klinity.identity.spi.IdentityContext;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.JwksUnavailable;
import java.net.URI;
import java.util.Map;

/**
 * Keys found through the issuer's metadata (OpenID Connect Discovery 1.0, section 4), which is read anew each time, so
 * that the keys may move. Safe for many threads.
 */
final class DiscoveredKeys implements JwksSource {

    private static final String METADATA = "/.well-known/openid-configuration";

    private final String issuer;
    private final IdentityContext context;
    private final Json json;
    private final JwksSource metadata;
    private volatile Found found;

    /** Where the keys were last. */
    private record Found(String address, JwksSource keys) {}

    DiscoveredKeys(String issuer, IdentityContext context) {
        this.issuer = issuer;
        this.context = context;
        this.json = context.json();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        this.metadata = context.keysAt(URI.create(base + METADATA));
        this.found = new Found("", metadata);
    }

    @Override
    public String fetch() {
        String address = keyAddress(document());
        Found known = found;
        if (!known.address().equals(address)) {
            known = new Found(address, sourceAt(address));
            found = known;
        }
        return known.keys().fetch();
    }

    private Map<?, ?> document() {
        JsonText text = new JsonText(metadata.fetch());
        return json.read(text, Map.class);
    }

    /** The document must be the issuer's own (section 4.3), or one issuer could speak for another. */
    private String keyAddress(Map<?, ?> document) {
        if (!issuer.equals(document.get("issuer"))) {
            throw new JwksUnavailable("the metadata found there is of another issuer");
        }
        if (document.get("jwks_uri") instanceof String address) {
            return address;
        }
        throw new JwksUnavailable("the issuer's metadata names no jwks_uri");
    }

    private JwksSource sourceAt(String address) {
        try {
            return context.keysAt(URI.create(address));
        } catch (IllegalArgumentException e) {
            throw new JwksUnavailable("the issuer's jwks_uri is no https address", e);
        }
    }
}
