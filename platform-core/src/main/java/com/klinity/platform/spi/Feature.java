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

    /** What this feature does again and again while the server runs. Asked once, after the opening. */
    default List<PeriodicTask> tasks() {
        return List.of();
    }

    /** What those who run the server should watch of this feature. Asked once, after the opening. */
    default List<Gauge> gauges() {
        return List.of();
    }

    /**
     * What this feature and its vendor hold of accounts outside the database. An account's deletion removes it before
     * the feature's rows, and after everything of the features that build on this one. Asked once, after the opening.
     */
    default List<OutsideData> outside() {
        return List.of();
    }

    /** Releases what {@link FeatureModule#open} acquired. Called once, after the last request and job. Must not throw. */
    @Override
    default void close() {}
}
