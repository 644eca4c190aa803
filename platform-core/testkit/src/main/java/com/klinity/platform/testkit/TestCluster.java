package com.klinity.platform.testkit;

import com.klinity.platform.embedded.PostgresCluster;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of a JVM, thrown away with it; each server gets a fresh database. */
final class TestCluster {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestCluster() {}

    private static final class Holder {
        static final PostgresCluster CLUSTER = TestDatabase.chosen().start();
    }

    static PostgresCluster shared() {
        return Holder.CLUSTER;
    }

    /** JDBC address of a new, empty database. */
    static String freshDatabase() {
        return shared().createDatabase("test_" + DATABASES.incrementAndGet());
    }

    /** JDBC address of a new database that is a copy of that one, to which nobody is connected. */
    static String copyOf(String database) {
        String template = database.substring(database.lastIndexOf('/') + 1);
        return shared().createDatabase("test_" + DATABASES.incrementAndGet(), template);
    }
}
