package com.klinity.platform.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The variables by which AWS's own tools are given a key. The launcher takes them out of the environment, where every
 * plug-in could read them; the adapters for AWS find them as settings of theirs.
 */
final class AwsVariables {

    /** Below every other source. */
    private static final int ORDINAL = 50;

    private static final Map<String, String> KEYS = Map.of(
            "AWS_ACCESS_KEY_ID", "klinity.aws.access-key-id",
            "AWS_SECRET_ACCESS_KEY", "klinity.aws.secret-access-key",
            "AWS_SESSION_TOKEN", "klinity.aws.session-token");

    private AwsVariables() {}

    /** As settings, unless one of the sources has such a setting: halves of two keys open nothing. */
    static MapSource of(Map<String, String> secrets, List<Map<String, String>> sources) {
        boolean set = sources.stream()
                .anyMatch(source -> KEYS.values().stream()
                        .anyMatch(key -> source.containsKey(key) || source.containsKey(KnownKeys.variable(key))));
        Map<String, String> values = new HashMap<>();
        if (!set) {
            KEYS.forEach((variable, key) -> {
                if (secrets.containsKey(variable)) {
                    values.put(key, secrets.getOrDefault(variable, ""));
                }
            });
        }
        return new MapSource("AWS variables", ORDINAL, values, false);
    }

    /** The other secrets. */
    static Map<String, String> without(Map<String, String> secrets) {
        return secrets.entrySet().stream()
                .filter(secret -> !KEYS.containsKey(secret.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
