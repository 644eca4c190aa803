package com.klinity.platform.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/** The keys that were read, in both spellings, so that any other one shows as a mistake. */
final class KnownKeys {

    /** Read by the launcher script, not by the server. */
    private static final Set<String> LAUNCHER = Set.of("KLINITY_JAVA_OPTS", "KLINITY_HOME");

    private final Set<String> keys = new HashSet<>();
    private final Set<String> variables = new HashSet<>(LAUNCHER);

    void add(String key) {
        keys.add(key);
        variables.add(variable(key));
    }

    List<String> strangers(Config config) {
        Set<String> strangers = new TreeSet<>();
        for (String name : config.getPropertyNames()) {
            boolean ours = name.startsWith("klinity.") || name.startsWith("KLINITY_");
            if (ours && !keys.contains(name) && !variables.contains(name) && !variables.contains(variable(name))) {
                strangers.add(name);
            }
        }
        return List.copyOf(strangers);
    }

    /** The environment variable of a key (MicroProfile Config 3.1, environment variables mapping rules). */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
