package com.klinity.distribution.demo;

import com.klinity.distribution.CommandFailure;
import com.klinity.distribution.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code klinity demo}. */
@Command(
        name = "demo",
        description =
                "Starts an evaluation server in a fresh folder, records, transcribes, drafts, signs and audits the"
                        + " sample consultation through the public API, and says where the results lie.")
public final class DemoCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--keep", description = "leave the server running")
    private boolean keep;

    @Option(names = "--audio", paramLabel = "FILE", description = "a WAV recording of yours instead of the sample")
    private @Nullable Path audio;

    @Option(names = "--directory", paramLabel = "DIR", description = "the folder to work in; must not exist yet")
    private @Nullable Path directory;

    /** Made by the command line. */
    public DemoCommand() {}

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command line sets this");
        }
        Path folder = freshFolder();
        Progress progress = new Progress(spec.commandLine().getOut());
        try (DemoServer server = DemoServer.start(folder, keep)) {
            progress.say("Server      " + server.address() + "  (evaluation mode, folder " + folder + ")");
            Consultation.Summary summary = new Consultation(server, progress, folder, recording()).run();
            summary.tell(progress, keep ? Optional.of(server) : Optional.empty());
            return 0;
        }
    }

    private Recording recording() {
        if (audio == null) {
            return new Recording(
                    Installation.sample("consultation.wav"), Optional.of(Installation.sample("consultation.txt")));
        }
        if (!Files.isReadable(audio)) {
            throw new CommandFailure("cannot read " + audio + "; name a WAV file");
        }
        return new Recording(audio, Optional.empty());
    }

    private Path freshFolder() {
        Path folder = (directory == null
                        ? Path.of("klinity-demo-" + STAMP.format(LocalDateTime.now(ZoneId.systemDefault())))
                        : directory)
                .toAbsolutePath()
                .normalize();
        if (Files.exists(folder)) {
            throw new CommandFailure(folder + " is there already; name a folder that does not exist");
        }
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandFailure("cannot make the folder " + folder + "; name one with --directory", e);
        }
    }
}
