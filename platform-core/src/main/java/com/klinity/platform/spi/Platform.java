package com.klinity.platform.spi;

/** The platform that features are loaded into. */
public final class Platform {

    /** Raised when a declaration in this package changes so that older features no longer work. */
    public static final int SPI_VERSION = 1;

    private Platform() {}
}
