package com.klinity.platform.settings;

import com.klinity.platform.spi.Secret;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/** Settings from a MicroProfile {@link Config}; collects faults until {@link #enforce()}. Used by the main thread. */
public final class ConfiguredSettings implements Settings {

    private final Config config;
    private final KnownKeys known;
    private final Faults faults;
    private final KeyGuard guard;
    private final boolean production;
    private final Path dataDirectory;

    /** Reads the two settings that all others hang on. */
    public ConfiguredSettings(Config config) {
        this.config = config;
        this.known = new KnownKeys();
        this.faults = new Faults();
        this.guard = KeyGuard.OPEN;
        this.production = oneOf("klinity.mode", "evaluation", Set.of("evaluation", "production"))
                .equals("production");
        this.dataDirectory = directory(text("klinity.data.directory", "klinity-data"));
    }

    private ConfiguredSettings(ConfiguredSettings all, KeyGuard guard) {
        this.config = all.config;
        this.known = all.known;
        this.faults = all.faults;
        this.guard = guard;
        this.production = all.production;
        this.dataDirectory = all.dataDirectory;
    }

    /** The same settings for somebody who may not read each of them: a refused key is a fault, and has no value. */
    public ConfiguredSettings guardedBy(KeyGuard keys) {
        return new ConfiguredSettings(this, keys);
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
        Optional<String> refusal = guard.refusal(key);
        if (refusal.isPresent()) {
            fault(key, refusal.get());
            return Optional.empty();
        }
        known.add(key);
        try {
            return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
        } catch (NoSuchElementException | IllegalArgumentException e) {
            fault(key, "refers by ${…} to a setting that is not there; write a literal ${ as \\${");
            return Optional.empty();
        }
    }

    private static Path directory(String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartFailure("klinity.data.directory: is no path of a folder", e);
        }
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
        Secret secret = new Secret(text(key));
        if (production && guard.refusal(key).isEmpty() && ConfigSources.inTheOpen(config, key)) {
            fault(key, "a secret must not stand in a file or an option; set it as " + KnownKeys.variable(key));
        }
        return secret;
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
        faults.enforce();
    }

    private String missing(String key) {
        if (guard.refusal(key).isPresent()) {
            return "";
        }
        fault(key, "is missing; set it in conf/klinity.properties or as " + KnownKeys.variable(key));
        return "";
    }
}
