package com.klinity.platform.settings;

import com.klinity.platform.spi.Secret;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/** Settings from a MicroProfile {@link Config}; collects faults until {@link #enforce()}. Used by the main thread. */
public final class ConfiguredSettings implements Settings {

    private final Config config;
    private final KnownKeys known = new KnownKeys();
    private final Set<String> faults = new LinkedHashSet<>();
    private final boolean production;
    private final Path dataDirectory;

    /** Reads the two settings that all others hang on. */
    public ConfiguredSettings(Config config) {
        this.config = config;
        this.production = oneOf("klinity.mode", "evaluation", Set.of("evaluation", "production"))
                .equals("production");
        this.dataDirectory = Path.of(text("klinity.data.directory", "klinity-data"))
                .toAbsolutePath()
                .normalize();
    }

    @Override
    public String text(String key) {
        return optionalText(key).orElseGet(() -> missing(key));
    }

    @Override
    public String text(String key, String fallback) {
        return optionalText(key).orElse(fallback);
    }

    @Override
    public Optional<String> optionalText(String key) {
        known.add(key);
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    @Override
    public String oneOf(String key, String fallback, Set<String> choices) {
        String value = text(key, fallback);
        if (choices.contains(value)) {
            return value;
        }
        fault(key, "must be one of " + String.join(", ", new TreeSet<>(choices)));
        return fallback;
    }

    @Override
    public int integer(String key, int fallback, int least, int most) {
        try {
            int value = optionalText(key).map(Integer::parseInt).orElse(fallback);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        fault(key, "must be a whole number from " + least + " to " + most);
        return fallback;
    }

    @Override
    public boolean flag(String key, boolean fallback) {
        return oneOf(key, Boolean.toString(fallback), Set.of("true", "false")).equals("true");
    }

    @Override
    public Duration duration(String key, Duration fallback) {
        try {
            Duration value = optionalText(key).map(Duration::parse).orElse(fallback);
            if (value.isPositive()) {
                return value;
            }
        } catch (DateTimeParseException e) {
            // Told below, like one that is not positive.
        }
        fault(key, "must be a positive ISO-8601 duration such as PT15M");
        return fallback;
    }

    @Override
    public Secret secret(String key) {
        return new Secret(text(key));
    }

    @Override
    public Path dataDirectory() {
        return dataDirectory;
    }

    @Override
    public boolean production() {
        return production;
    }

    @Override
    public void fault(String key, String whatToDo) {
        faults.add(key + ": " + whatToDo);
    }

    /**
     * Ends the reading.
     *
     * @throws StartFailure with every fault, and every key that nobody knows
     */
    public void enforce() {
        known.strangers(config).forEach(key -> fault(key, "is not a setting of this server; check its spelling"));
        enforceRead();
    }

    /**
     * Ends the reading of a part of the settings; what else there is stays unjudged.
     *
     * @throws StartFailure with every fault
     */
    public void enforceRead() {
        if (!faults.isEmpty()) {
            throw new StartFailure(faults.stream().toList());
        }
    }

    private String missing(String key) {
        fault(key, "is missing; set it in conf/klinity.properties or as " + KnownKeys.variable(key));
        return "";
    }
}
