package com.klinity.platform.server;

/** Metrics of the core that need labels, which those of features must not have. Safe for many threads. */
public interface Metrics {

    /** In Prometheus' text form, each line ended; does not block. Labels hold nothing of anybody's data. */
    String text();
}
