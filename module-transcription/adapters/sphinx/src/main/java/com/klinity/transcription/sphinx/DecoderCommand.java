package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.Utterance;
import edu.cmu.sphinx.decoder.search.SearchManager;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command that runs a {@link DecoderMain}: this process's own Java, and of its modules those that the adapter came
 * with.
 */
final class DecoderCommand {
    /** What the VM answers when memory ran out; nothing else in the process ends with it. */
    static final int OUT_OF_MEMORY = 3;

    // It holds what patients say, so it gives away no more of its memory than the server does. Of the collectors this
    // one
    // alone ends a process that does little but collect.
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseParallelGC",
            "-XX:ParallelGCThreads=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:MaxMetaspaceSize=64m",
            "-XX:MaxDirectMemorySize=8m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+ErrorFileToStderr",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:-EnableDynamicAgentLoading",
            "--illegal-native-access=deny",
            "--sun-misc-unsafe-memory-access=deny",
            "-Xlog:disable");

    private DecoderCommand() {}

    /**
     * The program and its arguments. They name files of the installation and nothing else.
     *
     * @param megabytes most that its heap may hold
     */
    static List<String> of(int megabytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + megabytes + "m");
        command.addAll(OPTIONS);
        command.addAll(program(DecoderMain.class));
        return List.copyOf(command);
    }

    private static List<String> program(Class<?> main) {
        Module module = main.getModule();
        return module.isNamed()
                ? List.of("--module-path", path(module.getLayer()), "--module", module.getName() + "/" + main.getName())
                : List.of("-cp", classPath(), main.getName());
    }

    /** Where the modules of the adapter lie; those of the image are there without a path. */
    private static String path(ModuleLayer layer) {
        return layer.configuration().modules().stream()
                .map(module -> module.reference().location())
                .flatMap(Optional::stream)
                .filter(place -> place.getScheme().equals("file"))
                .map(place -> Path.of(place).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Outside an image, in tests: where this adapter, its SPI, Sphinx and the model lie. */
    private static String classPath() {
        return Stream.of(
                        place(DecoderMain.class),
                        place(Utterance.class),
                        place(SearchManager.class),
                        SpeechModel.find().place())
                .map(place -> Path.of(place).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static URI place(Class<?> type) {
        return URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString());
    }
}
