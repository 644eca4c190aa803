package com.klinity.platform.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.klinity.platform.spi.StartFailure;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The secrets that the launcher took out of the environment, where every plug-in could read them, and put into a pipe:
 * {@code NAME=value}, each ended by the byte 1E. What was read is gone from there.
 */
final class SecretPipe {

    /** Set by the launcher to the pipe's path. */
    private static final String PROPERTY = "com.klinity.secrets";

    private static final String END = "\u001e";

    private SecretPipe() {}

    /** A pipe can be read once, settings more than once. */
    private static final class Holder {
        static final Map<String, String> SECRETS = read(System.getProperty(PROPERTY, ""));
    }

    /** By the names of the variables; none without the launcher. */
    static Map<String, String> secrets() {
        return Holder.SECRETS;
    }

    static Map<String, String> read(String path) {
        if (path.isEmpty()) {
            return Map.of();
        }
        try (InputStream pipe = new FileInputStream(path)) {
            Map<String, String> secrets = new HashMap<>();
            for (String line : new String(pipe.readAllBytes(), UTF_8).split(END, -1)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    secrets.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return Map.copyOf(secrets);
        } catch (IOException e) {
            throw new StartFailure("cannot read the secrets from the launcher: " + e.getMessage(), e);
        }
    }
}
