package com.klinity.platform.spi;

import java.util.List;

/**
 * The one service a feature's Java module provides. The core finds it through {@link java.util.ServiceLoader}, creates it
 * once, and asks for its declarations before anything is opened, so that {@code migrate} and {@code modules} work without
 * a running server.
 */
public interface FeatureModule {

    /** Short lower-case name, also the name of the feature's SQL schema; unique among the loaded features. */
    String name();

    /** The platform SPI this feature was built for; the start stops when it differs from {@link Platform#SPI_VERSION}. */
    int platformVersion();

    /** Names of the features that must be opened before this one. */
    default List<String> after() {
        return List.of();
    }

    /** The feature's tables and the SQL that makes them. */
    Schema schema();

    /** Every kind of data the feature holds; a table that no kind names stops the start. */
    List<DataKind> data();

    /**
     * Reads the settings, picks adapters and makes the feature ready to take requests. Called once, on the main thread,
     * after the features in {@link #after()}. Settings faults are collected, not thrown, see {@link Settings}.
     *
     * @throws StartFailure when the feature cannot work, with a sentence a deployer can act on
     */
    Feature open(FeatureContext context);
}
