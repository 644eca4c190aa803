package com.klinity.platform.modules;

import com.klinity.platform.settings.KeyGuard;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whose a setting is: {@code klinity.<name>.…} is the core's, a feature's or an adapter's, by that name. Names are
 * compared as in environment variables, where a dot and a hyphen are the same. A key that nobody owns is anybody's.
 *
 * @param features names of all features
 * @param adapters names of all adapters that are installed, loaded or not
 */
record KeyOwners(Set<String> features, Set<String> adapters) {

    private static final Set<String> CORE = Set.of("data", "database", "features", "management", "mode", "server");
    /** No secret, and what an issuer that lives in this server calls itself by. */
    private static final String PORT = "klinity.server.port";

    /** Of those that speak to AWS, and come with the image. */
    private static final String AWS = "klinity.aws.";

    private static final Set<String> AT_AWS = Set.of("cognito", "s3", "s3-object-lock", "sqs");

    private static final Pattern FORM = Pattern.compile("klinity(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    KeyOwners {
        features = Set.copyOf(features);
        adapters = Set.copyOf(adapters);
    }

    /**
     * What one feature and its adapters may read.
     *
     * @param feature its name
     * @param chosen  names of the adapters that it has loaded; may grow
     */
    KeyGuard guard(String feature, Set<String> chosen) {
        return key ->
                refusal(key, feature, chosen).map(why -> why + ", and was asked for by " + asker(feature, chosen));
    }

    private Optional<String> refusal(String key, String feature, Set<String> chosen) {
        if (!FORM.matcher(key).matches()) {
            return Optional.of("is no key that a feature or an adapter may read");
        }
        if (key.equals(PORT)) {
            return Optional.empty();
        }
        if (owner(CORE, key).isPresent()) {
            return Optional.of("belongs to the core");
        }
        Optional<String> other = owner(features, key);
        if (other.isPresent()) {
            return other.filter(name -> !name.equals(feature)).map(name -> "belongs to feature '" + name + "'");
        }
        if (key.startsWith(AWS) && chosen.stream().noneMatch(AT_AWS::contains)) {
            return Optional.of("belongs to the adapters for AWS");
        }
        return owner(adapters, key)
                .filter(name -> !chosen.contains(name))
                .map(name -> "belongs to adapter '" + name + "'");
    }

    /** The longest name wins, as one may begin with another. */
    private static Optional<String> owner(Set<String> names, String key) {
        String variable = variable(key) + "_";
        return names.stream()
                .filter(name -> variable.startsWith("KLINITY_" + variable(name) + "_"))
                .max(Comparator.comparingInt(String::length));
    }

    private static String variable(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String asker(String feature, Set<String> chosen) {
        String adapters = String.join(
                "', '", Stream.of(chosen.toArray(String[]::new)).sorted().toList());
        return "feature '" + feature + "'" + (adapters.isEmpty() ? "" : " or its adapter '" + adapters + "'");
    }
}
