package com.klinity.audit.file;

import com.klinity.platform.settings.ConfigSources;
import com.klinity.platform.settings.ConfiguredSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The platform's own settings, with a data folder and what a test sets. */
final class TestSettings {

    private TestSettings() {}

    static ConfiguredSettings of(Path data, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("klinity.data.directory", data.toString());
        return new ConfiguredSettings(ConfigSources.config(all, data.resolve("no.properties"), false));
    }
}
