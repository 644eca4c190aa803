package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.AudioSource;
import com.klinity.transcription.spi.Transcription;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionEngineProvider;
import com.klinity.transcription.spi.TranscriptionRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/** Loads the adapter as the server does, in a layer of its own, and prints the transcript of a recording. */
final class LayerProgram {
    private static final String ADAPTER = "com.klinity.transcription.sphinx";

    private LayerProgram() {}

    /** Arguments: the recording, then the adapter's jars or class folders. */
    public static void main(String[] arguments) {
        Path recording = Path.of(arguments[0]);
        Path[] adapter = Stream.of(arguments).skip(1).map(Path::of).toArray(Path[]::new);
        PrintStream out = System.out;
        try (TranscriptionEngine engine = provider(layer(adapter)).open(key -> Optional.empty())) {
            TranscriptionRequest request = new TranscriptionRequest("en", 0, List.of());
            Transcription transcription = engine.transcribe(new AudioFile(recording), request, fraction -> {});
            out.println(transcription.text());
        }
    }

    private static ModuleLayer layer(Path... adapter) {
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolveAndBind(ModuleFinder.of(adapter), ModuleFinder.of(), Set.of(ADAPTER));
        return ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
    }

    private static TranscriptionEngineProvider provider(ModuleLayer layer) {
        return ServiceLoader.load(layer, TranscriptionEngineProvider.class).stream()
                .filter(provider -> layer.equals(provider.type().getModule().getLayer()))
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .orElseThrow();
    }

    private record AudioFile(Path path) implements AudioSource {
        @Override
        public String contentType() {
            return "audio/wav";
        }

        @Override
        public long length() {
            return path.toFile().length();
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
