package com.klinity.benchmarks.machine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The server as a deployer runs it: the image's launcher, durable embedded PostgreSQL, its own issuer and mailbox. */
public final class KlinityServer implements AutoCloseable {

    private final Child child;
    private final Path data;
    private final URI address;
    private final URI management;

    private KlinityServer(Child child, Path data, URI address, URI management) {
        this.child = child;
        this.data = data;
        this.address = address;
        this.management = management;
    }

    /**
     * Starts it on free ports with its data below the folder, and waits until it takes requests. Data that are there are
     * taken up again.
     *
     * @param javaOptions further options for its JVM, separated by spaces
     */
    public static KlinityServer start(Path image, Path folder, String javaOptions) {
        return start(image, folder, javaOptions, Map.of());
    }

    /** The same with further settings, as environment variables. */
    public static KlinityServer start(Path image, Path folder, String javaOptions, Map<String, String> settings) {
        Child child = launch(image, folder, javaOptions, settings);
        try {
            return new KlinityServer(child, data(folder), child.await("klinity ready "), child.await("management "));
        } catch (RuntimeException e) {
            child.close();
            throw e;
        }
    }

    /** Starts it and does not wait. */
    public static Child launch(Path image, Path folder, String javaOptions, Map<String, String> settings) {
        ProcessBuilder builder =
                new ProcessBuilder(image.resolve("bin/klinity").toString(), "serve").directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KLINITY_"));
        builder.environment()
                .putAll(Map.of(
                        "KLINITY_JAVA_OPTS", javaOptions,
                        "KLINITY_DATA_DIRECTORY", data(folder).toString(),
                        "KLINITY_SERVER_PORT", "0",
                        "KLINITY_MANAGEMENT_PORT", "0",
                        // Signing up is not what is measured, nor signing in again.
                        "KLINITY_LOCAL_REQUESTS_PER_MINUTE", "1000000",
                        "KLINITY_LOCAL_TOKEN_LIFETIME", "PT24H"));
        builder.environment().putAll(settings);
        return Child.start(builder, folder.resolve("server.log"));
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    /** Where callers reach it. */
    public URI address() {
        return address;
    }

    /** Where its metrics are. */
    public URI management() {
        return management;
    }

    /** The keys of its issuer, as a JWK Set. */
    public String jwks() {
        try (InputStream in =
                address.resolve("/v1/local-identity/jwks.json").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchmarkFailure("the issuer's keys cannot be read", e);
        }
    }

    /** The folder its mail goes into. */
    public Path mailbox() {
        return data.resolve("mailbox");
    }

    /** The folder of its database. */
    public Path database() {
        return data.resolve("postgresql");
    }

    /** Its process. */
    public long pid() {
        return child.pid();
    }

    /** Its Java and the options that another program can share: all but what names the program and its AOT cache. */
    public List<String> java() {
        List<String> command = child.commandLine();
        return command.subList(0, command.indexOf("--module")).stream()
                .filter(option -> !option.startsWith("-XX:AOTCache") && !option.contains("FlightRecord"))
                .toList();
    }

    /** Ends it as SIGKILL does; its database goes on running. */
    public void kill() {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
