package com.klinity.benchmarks.machine;

import com.klinity.benchmarks.bare.Bare;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of the same JVM with the same options as the server's, that answers everything with one message.
 *
 * @param child   the process
 * @param address where it listens
 */
public record BareServer(Child child, URI address) implements AutoCloseable {

    /**
     * Starts it.
     *
     * @param java   the server's Java and its options
     * @param answer an HTTP message whose header fields and body it repeats
     */
    public static BareServer start(List<String> java, Path folder, byte[] answer) {
        try {
            Path message = Files.write(folder.resolve("answer.http"), answer);
            List<String> command = new ArrayList<>(java);
            command.addAll(List.of("--class-path", ownClasses(), Bare.class.getName(), message.toString()));
            Child child = Child.start(new ProcessBuilder(command), folder.resolve("bare.log"));
            return new BareServer(child, child.await("bare ready "));
        } catch (IOException e) {
            throw new BenchmarkFailure("Helidon alone cannot be started: " + e.getMessage(), e);
        }
    }

    /** Helidon is a module of the runtime. */
    private static String ownClasses() throws IOException {
        try {
            return Path.of(Bare.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IOException("the benchmark's own classes cannot be found", e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
