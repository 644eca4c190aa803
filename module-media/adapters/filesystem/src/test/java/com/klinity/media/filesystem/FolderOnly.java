package com.klinity.media.filesystem;

import com.klinity.platform.spi.Secret;
import com.klinity.platform.spi.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings that name a data folder and little else. */
record FolderOnly(Path dataDirectory, boolean production, Map<String, String> texts, List<String> faults)
        implements Settings {

    FolderOnly(Path dataDirectory, boolean production) {
        this(dataDirectory, production, Map.of(), new ArrayList<>());
    }

    @Override
    public String text(String key) {
        throw new AssertionError("the store asks for " + key);
    }

    @Override
    public String text(String key, String fallback) {
        return texts.getOrDefault(key, fallback);
    }

    @Override
    public Optional<String> optionalText(String key) {
        return Optional.empty();
    }

    @Override
    public String oneOf(String key, String fallback, Set<String> choices) {
        return fallback;
    }

    @Override
    public int integer(String key, int fallback, int least, int most) {
        return fallback;
    }

    @Override
    public boolean flag(String key, boolean fallback) {
        return fallback;
    }

    @Override
    public Duration duration(String key, Duration fallback) {
        return fallback;
    }

    @Override
    public Secret secret(String key) {
        throw new AssertionError("the store asks for " + key);
    }

    @Override
    public void fault(String key, String whatToDo) {
        faults.add(key + " " + whatToDo);
    }
}
