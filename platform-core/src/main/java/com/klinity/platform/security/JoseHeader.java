package com.klinity.platform.security;

import com.klinity.platform.security.TokenRefused.Reason;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A header that may be used to look for the key. Unknown names are ignored, as RFC 7515, section 4 demands; names that
 * change who chooses the key or how the token is read are not.
 *
 * @param keyId the {@code kid}
 * @param type the {@code typ} as sent, empty when missing
 */
record JoseHeader(String keyId, String type) {
    private static final Set<String> KEY_CARRIERS = Set.of("jwk", "jku", "x5u", "x5c");
    /** They say that the payload is compressed, encrypted or another token (RFC 7516, section 4.1; RFC 7519, section 5.2). */
    private static final Set<String> OTHER_PAYLOADS = Set.of("zip", "enc", "cty");

    private static final int MAX_KEY_ID_LENGTH = 256;

    static JoseHeader parse(byte[] utf8) {
        ObjectNode header = StrictJson.object(utf8).orElseThrow(() -> new TokenRefused(Reason.HEADER));
        refuseUnless("RS256".equals(text(header, "alg", Reason.ALGORITHM)), Reason.ALGORITHM);
        refuseUnless(KEY_CARRIERS.stream().noneMatch(header::has), Reason.KEY_IN_HEADER);
        refuseUnless(!header.has("crit"), Reason.CRITICAL);
        refuseUnless(!header.has("b64"), Reason.UNENCODED_PAYLOAD);
        refuseUnless(OTHER_PAYLOADS.stream().noneMatch(header::has), Reason.OTHER_PAYLOAD);
        String type = header.has("typ") ? text(header, "typ", Reason.TYPE) : "";
        String keyId = text(header, "kid", Reason.KEY_ID);
        refuseUnless(!keyId.isEmpty() && keyId.length() <= MAX_KEY_ID_LENGTH, Reason.KEY_ID);
        return new JoseHeader(keyId, type);
    }

    private static String text(ObjectNode header, String name, Reason reason) {
        return header.optional(name).flatMap(JsonNode::stringValueOpt).orElseThrow(() -> new TokenRefused(reason));
    }

    private static void refuseUnless(boolean holds, Reason reason) {
        if (!holds) {
            throw new TokenRefused(reason);
        }
    }
}
