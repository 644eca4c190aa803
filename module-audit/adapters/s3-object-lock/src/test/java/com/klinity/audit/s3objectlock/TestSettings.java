package com.klinity.audit.s3objectlock;

import com.klinity.platform.settings.ConfigSources;
import com.klinity.platform.settings.ConfiguredSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The platform's own settings, with what a test sets. */
final class TestSettings {

    private TestSettings() {}

    static ConfiguredSettings of(Map<String, String> values) {
        return new ConfiguredSettings(ConfigSources.config(values, Path.of("no.properties"), false));
    }

    /** The first with the second over it. */
    static ConfiguredSettings of(Map<String, String> values, Map<String, String> over) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(over);
        return of(all);
    }
}
