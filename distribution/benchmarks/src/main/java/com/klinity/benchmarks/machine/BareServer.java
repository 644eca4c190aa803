package com.klinity.benchmarks.machine;

import java.io.IOException;
import java.net.URI;
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

    private static final String MAIN = "com.klinity.benchmarks.bare.Bare";

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
            command.addAll(List.of("--class-path", System.getProperty("java.class.path"), MAIN, message.toString()));
            Child child = Child.start(new ProcessBuilder(command), folder.resolve("bare.log"));
            return new BareServer(child, child.await("bare ready "));
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot write into " + folder, e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
