package com.klinity.transcription;

import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import com.klinity.transcription.spi.AudioSource;
import com.klinity.transcription.spi.ProgressListener;
import com.klinity.transcription.spi.Transcription;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionEngineProvider;
import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import com.klinity.transcription.spi.TranscriptionRequest;
import com.klinity.transcription.spi.Utterance;
import com.klinity.transcription.spi.Word;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An engine that plays the script named by the first word of the vocabulary; without one it reads the recording to its end
 * and hears {@link #CONSULTATION}. It knows English and Portuguese.
 */
final class ScriptedEngine implements TranscriptionEngineProvider, TranscriptionEngine {

    static final String NAME = "scripted";
    static final Transcription CONSULTATION = new Transcription(
            "en-US",
            List.of(
                    new Utterance(
                            "A",
                            0,
                            1500,
                            "How are you?",
                            List.of(
                                    new Word("How", 0, 400, 0.9),
                                    new Word("are", 450, 800, 0.8),
                                    new Word("you", 850, 1500, 0.7))),
                    new Utterance("B", 1600, 4200, "My head hurts & I sleep < 5 hours.", List.of()),
                    new Utterance("A", 3_600_000, 3_602_345, "Ten milligrams then.", List.of())));

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** What happens when a recording is to be transcribed. */
    @FunctionalInterface
    interface Script {
        Transcription play(AudioSource audio, ProgressListener progress) throws IOException, InterruptedException;
    }

    /** The body of a wish that plays this script. */
    String wish(Script script) {
        return wish(Map.of(this, script));
    }

    /** The body of a wish that plays the script of the engine that gets it. */
    static String wish(Map<ScriptedEngine, ? extends Script> each) {
        String name = "script-" + UUID.randomUUID();
        each.forEach((engine, script) -> engine.scripts.put(name, script));
        return "{\"vocabulary\": [\"" + name + "\"]}";
    }

    static Transcription listen(AudioSource audio, ProgressListener progress) throws IOException {
        try (InputStream in = audio.open()) {
            if (in.readAllBytes().length != audio.length()) {
                throw new TranscriptionFailure(Code.UNREADABLE_AUDIO, "The recording was cut short.");
            }
        }
        progress.at(1);
        return CONSULTATION;
    }

    @Override
    public Transcription transcribe(AudioSource audio, TranscriptionRequest request, ProgressListener progress) {
        refuse(request);
        Script script =
                request.vocabulary().stream().findFirst().map(scripts::get).orElse(ScriptedEngine::listen);
        try {
            return script.play(audio, progress);
        } catch (IOException e) {
            throw new TranscriptionFailure(Code.UNREADABLE_AUDIO, "The recording could not be read.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TranscriptionFailure(Code.CANCELLED, "The transcription was cancelled.", e);
        }
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("audio/wav", "audio/mpeg");
    }

    private void refuse(TranscriptionRequest request) {
        if (closed) {
            throw new TranscriptionFailure(Code.ENGINE_UNAVAILABLE, "The engine is closed.");
        }
        if (!request.language().matches("|en.*|pt.*")) {
            throw new TranscriptionFailure(Code.UNSUPPORTED_LANGUAGE, "English and Portuguese are understood.");
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Vendor vendor() {
        return Vendor.builtIn("Does as tests tell it", true);
    }

    static Vendor vendorOf(List<String> hosts) {
        return new Vendor("Tests", "Does as tests tell it", List.of("here"), true, hosts, "none needed");
    }

    @Override
    public TranscriptionEngine open(Settings settings) {
        return this;
    }
}
