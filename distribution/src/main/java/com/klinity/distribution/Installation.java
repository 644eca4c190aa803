package com.klinity.distribution;

import java.nio.file.Path;

/** The image this process runs from. */
public final class Installation {

    private Installation() {}

    /** Its folder; the runtime in it is the one that runs. */
    public static Path home() {
        return Path.of(System.getProperty("java.home"));
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
