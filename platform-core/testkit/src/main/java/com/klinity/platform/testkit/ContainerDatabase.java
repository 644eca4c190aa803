package com.klinity.platform.testkit;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.embedded.PostgresCluster;
import com.klinity.platform.embedded.RoleCredentials;
import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A server in a container, through Testcontainers, which removes it when this process ends.
 *
 * @param image takes the superuser's password in {@code POSTGRES_PASSWORD} and {@code postgres} with its options as
 *     arguments, as PostgreSQL's well-known image does
 */
record ContainerDatabase(String image) implements TestDatabase {

    /** What {@code with-postgresql-15} makes. */
    static final String DEBIAN_IMAGE = "localhost/klinity-postgresql:15";

    private static final int PORT = 5432;

    // As careless with a crash as the embedded one; its connection limit.
    private static final String[] COMMAND = {
        "postgres",
        "-c",
        "fsync=off",
        "-c",
        "synchronous_commit=off",
        "-c",
        "full_page_writes=off",
        "-c",
        "max_connections=100"
    };

    @Override
    @SuppressWarnings("resource") // Testcontainers removes it
    public PostgresCluster start() {
        RoleCredentials superuser = new RoleCredentials(
                DatabaseRole.SUPERUSER.username(), UUID.randomUUID().toString());
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .withEnv("POSTGRES_PASSWORD", superuser.password())
                .withExposedPorts(PORT)
                .withCommand(COMMAND)
                .waitingFor(new FirstLogin(superuser));
        container.start();
        return PostgresCluster.prepare(container.getHost(), container.getMappedPort(PORT), superuser);
    }
}
