package com.klinity.transcription.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.transcription.testkit.Recording;
import com.klinity.transcription.testkit.WordErrorRate;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the adapter in a process of its own, whose boot layer knows the spi and not the adapter. */
class ModuleLayerTest {
    /** All that the adapter and Sphinx need of the JDK. */
    private static final String JDK_MODULES = "java.base,java.logging,java.xml";

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void the_adapter_works_in_a_layer_of_its_own_and_prints_nothing_else() throws Exception {
        Path recording = folder.resolve("speech.wav");
        try (InputStream bytes = speech().open()) {
            Files.copy(bytes, recording);
        }

        String printed = run(recording);

        String said = Sample.text().lines().skip(8).limit(2).collect(Collectors.joining(" "));
        assertTrue(WordErrorRate.of(said, printed).rate() < 0.15, printed);
        assertEquals(2, printed.lines().count(), printed);
    }

    private static Recording speech() {
        return Sample.part(25, 5);
    }

    private String run(Path recording) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(recording))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile())
                .start();
        try {
            assertTrue(process.waitFor(100, TimeUnit.SECONDS), "ends in time");
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(folder.resolve("printed"), StandardCharsets.UTF_8);
    }

    private static List<String> command(Path recording) {
        String modulePath = paths("com.klinity.transcription", "com.klinity.platform")
                .collect(Collectors.joining(File.pathSeparator));
        String program = location("com.klinity.transcription.sphinx")
                .resolveSibling("test-classes")
                .toString();
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "--limit-modules",
                                JDK_MODULES + ",com.klinity.transcription",
                                "--add-modules",
                                JDK_MODULES + ",com.klinity.transcription",
                                "-p",
                                modulePath,
                                "-cp",
                                program,
                                LayerProgram.class.getName(),
                                recording.toString()),
                        paths("com.klinity.transcription.sphinx", "sphinx4.core", "sphinx4.data"))
                .toList();
    }

    private static Stream<String> paths(String... modules) {
        return Stream.of(modules).map(module -> location(module).toString());
    }

    private static Path location(String module) {
        return Path.of(ModuleLayer.boot()
                .configuration()
                .findModule(module)
                .flatMap(resolved -> resolved.reference().location())
                .orElseThrow());
    }
}
