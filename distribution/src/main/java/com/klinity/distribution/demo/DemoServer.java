package com.klinity.distribution.demo;

import com.klinity.distribution.CommandFailure;
import com.klinity.distribution.Installation;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An evaluation server in a process of its own, as a deployer would start it. */
final class DemoServer implements AutoCloseable {

    private static final String READY = "klinity ready ";
    private static final int SECONDS_TO_STOP = 30;
    private static final int LINES_OF_LOG = 12;

    private final Process process;
    private final Path folder;
    private final URI address;
    private final boolean keep;

    private DemoServer(Process process, Path folder, URI address, boolean keep) {
        this.process = process;
        this.folder = folder;
        this.address = address;
        this.keep = keep;
    }

    /**
     * Starts it on free ports with its data below the folder.
     *
     * @param keep whether it outlives this process
     */
    static DemoServer start(Path folder, boolean keep) {
        ProcessBuilder builder = new ProcessBuilder(
                        keep ? List.of("nohup", launcher(), "serve") : List.of(launcher(), "serve"))
                .directory(folder.toFile())
                .redirectError(log(folder).toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("KLINITY_") && !name.equals("KLINITY_JAVA_OPTS"));
        builder.environment()
                .putAll(Map.of(
                        "KLINITY_DATA_DIRECTORY", folder.resolve("data").toString(),
                        "KLINITY_SERVER_PORT", "0",
                        "KLINITY_MANAGEMENT_PORT", "0"));
        try {
            Process process = builder.start();
            return new DemoServer(process, folder, ready(process, folder), keep);
        } catch (IOException e) {
            throw new CommandFailure("cannot start " + launcher() + ": " + e.getMessage(), e);
        }
    }

    private static URI ready(Process process, Path folder) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()).strip());
            }
        }
        throw new CommandFailure("the server did not start; the end of " + log(folder) + ":\n" + tail(folder));
    }

    private static String tail(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(log(folder));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
    }

    private static String launcher() {
        return Installation.launcher().toString();
    }

    private static Path log(Path folder) {
        return folder.resolve("server.log");
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** How to start it again on the same data and port, after it was killed. */
    String again() {
        return "KLINITY_DATA_DIRECTORY=" + folder.resolve("data") + " KLINITY_SERVER_PORT=" + address.getPort()
                + " KLINITY_MANAGEMENT_PORT=0 " + launcher() + " serve";
    }

    boolean alive() {
        return process.isAlive();
    }

    Path mailbox() {
        return folder.resolve("data").resolve("mailbox");
    }

    /** Stops it as SIGTERM does, unless it is to be kept. */
    @Override
    public void close() {
        if (keep) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
