package com.klinity.platform.embedded;

/** What the data must survive. */
public enum Durability {
    /** A commit survives a crash of the server and of the machine: fsync and synchronous_commit are on. */
    DURABLE,
    /** A crash may lose or damage the data; for tests, which begin anew anyway. */
    DISPOSABLE
}
