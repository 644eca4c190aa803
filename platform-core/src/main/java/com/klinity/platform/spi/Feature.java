package com.klinity.platform.spi;

import java.util.List;

/** An opened feature: the routes it answers and the work it does in the background. */
public interface Feature extends AutoCloseable {

    /** Declares the feature's routes. Called once. */
    void routes(Routes routes);

    /** The kinds of jobs this feature runs; each topic belongs to exactly one feature. */
    default List<JobType> jobs() {
        return List.of();
    }

    /** Releases what {@link FeatureModule#open} acquired. Called once, after the last request and job. Must not throw. */
    @Override
    default void close() {}
}
