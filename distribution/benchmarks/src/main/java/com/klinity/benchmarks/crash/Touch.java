package com.klinity.benchmarks.crash;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What an entry says was done to what.
 *
 * @param action   such as {@code create}
 * @param resource such as {@code Patient}
 * @param ids      in order
 */
record Touch(String action, String resource, Set<UUID> ids) {

    static final String CREATE = "create";
    static final String READ = "read";
    static final String UPDATE = "update";
    static final String DELETE = "delete";

    Touch {
        ids = new TreeSet<>(ids);
    }

    @Override
    public String toString() {
        return action + " " + resource + " " + ids;
    }
}
