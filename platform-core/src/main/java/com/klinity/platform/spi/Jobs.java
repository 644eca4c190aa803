package com.klinity.platform.spi;

import java.util.UUID;

/** Where work that belongs to no account is left; it outlives the process. Safe for many threads. */
public interface Jobs {

    /**
     * Leaves work in a transaction of its own. Returns once it is durable.
     *
     * @param payload what the work needs; never protected health information
     */
    UUID enqueue(String topic, JsonText payload);
}
