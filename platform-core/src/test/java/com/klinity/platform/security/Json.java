package com.klinity.platform.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Writes the JSON that tests need. */
final class Json {
    /** What is written as null. */
    static final Object NULL = NullNode.instance;

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String write(Map<String, Object> object) {
        return MAPPER.writeValueAsString(object);
    }

    static String jwks(SigningKey... keys) {
        return jwks(Arrays.stream(keys).map(SigningKey::jwk).toList());
    }

    static String jwks(List<Map<String, Object>> keys) {
        return write(Map.of("keys", keys));
    }
}
