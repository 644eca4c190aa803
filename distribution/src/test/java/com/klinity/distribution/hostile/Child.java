package com.klinity.distribution.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.klinity.platform.testkit.TestFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. */
final class Child implements AutoCloseable {

    private static final String READY = "klinity ready ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final Path log;
    private URI address = URI.create("http://127.0.0.1");

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it with these settings, as environment variables. */
    static Child start(Image image, Map<String, String> settings) throws IOException {
        Path log = TestFolders.fresh("klinity-child-").resolve("said.log");
        ProcessBuilder builder = image.launcher("serve").redirectError(log.toFile());
        settings.forEach((key, value) ->
                builder.environment().put(key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
        return new Child(builder.start(), log);
    }

    /** Waits until it takes requests. */
    Child ready() throws IOException {
        BufferedReader out = process.inputReader(UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                address = URI.create(line.substring(READY.length()).strip());
                return this;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("did not start: " + said + log());
    }

    /** Waits until it has given up, and tells its exit code. */
    int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still there after " + PATIENCE);
        }
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** What it has written to standard error. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** The same, for what is told of a failure. */
    String said() {
        try {
            return log();
        } catch (IOException unreadable) {
            return "its log cannot be read";
        }
    }

    HttpResponse<String> send(String method, String path, String token, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
