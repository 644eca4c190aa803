package com.klinity.distribution;

import com.klinity.platform.Launch;
import java.nio.file.Path;
import java.util.Map;

/** The image this process runs from. */
public final class Installation {

    private Installation() {}

    /** Its folder; the runtime in it is the one that runs. */
    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /** What is installed, as its settings say. */
    static Launch launch() {
        return Launch.installed(home(), Map.of());
    }

    /** The launcher script. */
    public static Path launcher() {
        return home().resolve("bin").resolve("klinity");
    }

    /** The sample consultation. */
    public static Path sample(String file) {
        return home().resolve("share").resolve("sample").resolve(file);
    }
}
