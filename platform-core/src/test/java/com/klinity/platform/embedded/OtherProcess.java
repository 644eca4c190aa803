package com.klinity.platform.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A second Java process that runs a {@link ServerHolder}. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static OtherProcess launch(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(List.of(arguments));
        return new OtherProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    long pid() {
        return process.pid();
    }

    String firstLine() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** Waits until the process has made a file whose path below the folder matches the pattern. */
    void awaitFile(Path directory, String pattern) throws IOException, InterruptedException {
        PathMatcher matcher = directory.getFileSystem().getPathMatcher("glob:" + directory + "/" + pattern);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!isThere(directory, matcher)) {
            boolean ended = process.waitFor(1, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > deadline) {
                throw new AssertionError("there is no " + pattern);
            }
        }
    }

    private static boolean isThere(Path directory, PathMatcher matcher) throws IOException {
        try (Stream<Path> files = Files.walk(directory, 5)) {
            return files.anyMatch(matcher::matches);
        } catch (UncheckedIOException e) {
            return false; // something vanished while we looked
        }
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the process survived SIGKILL");
        }
    }

    int endOrderly() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the process does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    // On the module path Java does not put what it patched in into any property: ask where the classes come from.
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                root(OtherProcess.class),
                root(EmbeddedPostgres.class),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""));
    }

    private static String root(Class<?> type) {
        URL resource = type.getResource(type.getSimpleName() + ".class");
        if (resource == null) {
            throw new AssertionError("no class file of " + type);
        }
        Path file = Path.of(URI.create(resource.toString()));
        return file.resolve("../../../../..").normalize().toString();
    }
}
