package com.klinity.identity.cognito;

import com.klinity.platform.testkit.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The emulator as a process of its own, on a free port, with its users in a folder. */
final class CognitoEmulator {

    static final String CODE = "123456";

    private static final String FOLDER = System.getProperty("testkit.cognito-emulator", "");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PORTS = 3;
    private static final long LOOK_AGAIN_NANOS = 100_000_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path users;
    private final int port;
    private Process process;

    private CognitoEmulator(Path users, int port) {
        this.users = users;
        this.port = port;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /** Whether a folder was named; when one was, everything after this fails rather than skips. */
    static boolean isWanted() {
        return !FOLDER.isEmpty();
    }

    /** Its pools let users choose their names, so that a name is not a {@code sub}. */
    static CognitoEmulator start() {
        try {
            Path folder = TestFolders.fresh("klinity-cognito-");
            Path settings = Files.createDirectory(folder.resolve(".cognito")).resolve("config.json");
            Files.writeString(settings, "{\"UserPoolDefaults\":{\"UsernameAttributes\":[]}}");
            return onFreePort(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Between the choice of a port and the start somebody else may take it. */
    private static CognitoEmulator onFreePort(Path folder) throws IOException {
        CognitoEmulator emulator = new CognitoEmulator(folder, freePort());
        for (int ports = 1; !emulator.comesUp(); ports++) {
            emulator.stop();
            if (ports == PORTS) {
                throw emulator.failure();
            }
            emulator = new CognitoEmulator(folder, freePort());
        }
        return emulator;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** On the same port, which somebody else may have for a while. */
    void restart() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        process = launch();
        while (!comesUp()) {
            stop();
            if (System.nanoTime() > until) {
                throw failure();
            }
            process = launch();
        }
    }

    void stop() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() {
        Path emulator = Path.of(FOLDER, "node_modules", "cognito-local").toAbsolutePath();
        ProcessBuilder command = new ProcessBuilder(
                        "node",
                        "--require",
                        Path.of("src", "test", "js", "what-the-emulator-lacks.cjs")
                                .toAbsolutePath()
                                .toString(),
                        emulator.resolve(Path.of("lib", "bin", "start.js")).toString())
                .directory(users.toFile())
                .redirectErrorStream(true)
                .redirectOutput(users.resolve("emulator.log").toFile());
        command.environment().put("COGNITO_LOCAL", emulator.toString());
        command.environment().put("HOST", "127.0.0.1");
        command.environment().put("PORT", Integer.toString(port));
        command.environment().put("CODE", CODE);
        try {
            return command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers: false when it ended, or did not within patience. */
    private boolean comesUp() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return process.isAlive();
    }

    private AssertionError failure() {
        try {
            return new AssertionError("the emulator in " + FOLDER + " does not start:\n"
                    + Files.readString(users.resolve("emulator.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            HttpRequest health = HttpRequest.newBuilder(address().resolve("/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
