package com.klinity.platform.spi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The deployer's settings, keys {@code klinity.*}.
 *
 * <p>A missing or malformed value does not throw: the fault is noted, a placeholder of the right type is returned, and
 * after all features have read theirs the start stops with every fault at once, unknown keys included. So read each key
 * when the feature opens, into one record, and start nothing before.
 */
public interface Settings {

    /** The value, or a fault when there is none. */
    String text(String key);

    /** The value, or the fallback. */
    String text(String key, String fallback);

    /** The value when there is one. */
    Optional<String> optionalText(String key);

    /** One of the choices; a fault names them all. */
    String oneOf(String key, String fallback, Set<String> choices);

    /** A whole number from {@code least} to {@code most}. */
    int integer(String key, int fallback, int least, int most);

    /** {@code true} or {@code false}. */
    boolean flag(String key, boolean fallback);

    /** An ISO-8601 duration such as {@code PT15M}, positive. */
    Duration duration(String key, Duration fallback);

    /** A value that must never be seen, or a fault when there is none. */
    Secret secret(String key);

    /** The folder that holds what the server keeps on disk; exists, readable by the server's user alone. */
    Path dataDirectory();

    /** True when {@code klinity.mode} is {@code production}. */
    boolean production();

    /** Notes a fault of a value that only its reader can judge. */
    void fault(String key, String whatToDo);

    /** Refuses a stand-in that is good for evaluation only: a fault in production, nothing otherwise. */
    default void evaluationOnly(String key, String standIn) {
        if (production()) {
            fault(key, "'" + standIn + "' is for evaluation only; name another one");
        }
    }
}
