package com.klinity.platform.testkit;

import com.klinity.platform.embedded.PostgresCluster;

/**
 * Which PostgreSQL the tests run on. The system property {@code testkit.database} says it; the one that was
 * asked for runs, or the tests fail.
 */
sealed interface TestDatabase permits EmbeddedDatabase, ContainerDatabase {

    /** Starts it; it ends with this process. */
    PostgresCluster start();

    /** What the system properties say: {@code embedded}, the default, or {@code container}. */
    static TestDatabase chosen() {
        return named(
                System.getProperty("testkit.database", "embedded"),
                System.getProperty("testkit.image", ContainerDatabase.DEBIAN_IMAGE));
    }

    /**
     * That one.
     *
     * @param image what the container is made from
     * @throws IllegalArgumentException when there is none of that name
     */
    static TestDatabase named(String name, String image) {
        return switch (name) {
            case "embedded" -> new EmbeddedDatabase();
            case "container" -> new ContainerDatabase(image);
            default ->
                throw new IllegalArgumentException(
                        "testkit.database: must be 'embedded' or 'container', not '" + name + "'");
        };
    }
}
