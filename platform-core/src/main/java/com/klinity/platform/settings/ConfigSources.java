package com.klinity.platform.settings;

import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * Where settings come from: the command's own, system properties, environment variables (secret ones by way of the
 * launcher's pipe), then the file.
 */
public final class ConfigSources {

    private static final int COMMAND = 500;
    private static final int PROPERTIES = 400;
    private static final int ENVIRONMENT = 300;
    private static final int FILE = 100;

    private ConfigSources() {}

    /**
     * The settings of this process.
     *
     * @param command  what the command itself decides
     * @param file     {@code klinity.properties}; need not exist
     * @param defaults whether system properties and environment variables count
     * @throws StartFailure when the file cannot be read
     */
    public static Config config(Map<String, String> command, Path file, boolean defaults) {
        var builder = ConfigProviderResolver.instance().getBuilder();
        Map<String, String> settings = read(file);
        builder.withSources(
                new MapSource("command line", COMMAND, command), new MapSource(file.toString(), FILE, settings));
        if (defaults) {
            Map<String, String> properties = strings(System.getProperties());
            Map<String, String> secrets = SecretPipe.secrets();
            Map<String, String> environment = ServiceLinks.without(System.getenv());
            builder.withSources(
                    new MapSource("system properties", PROPERTIES, properties),
                    new MapSource("secrets", ENVIRONMENT + 1, AwsVariables.without(secrets)),
                    new MapSource("environment", ENVIRONMENT, environment),
                    AwsVariables.of(secrets, List.of(command, settings, properties, secrets, environment)));
        }
        return builder.build();
    }

    /** Whether the value stands where others can read it: in a file, or among the process's arguments. */
    static boolean inTheOpen(Config config, String key) {
        int ordinal = config.getConfigValue(key).getSourceOrdinal();
        return ordinal == FILE || ordinal == PROPERTIES;
    }

    private static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure("cannot read the settings file " + file + ": " + e.getMessage(), e);
        }
        return strings(properties);
    }

    private static Map<String, String> strings(Properties properties) {
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
