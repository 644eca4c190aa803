import com.klinity.transcription.sphinx.SphinxProvider;
import com.klinity.transcription.spi.TranscriptionEngineProvider;

/**
 * The built-in speech engine: CMU Sphinx-4 with its published US English model, in processes of its own on this
 * server and without a network.
 *
 * <p>For evaluation. It knows one language, everyday words and clear speech; it takes WAV only.
 *
 * @provides TranscriptionEngineProvider named {@code sphinx}
 */
module com.klinity.transcription.sphinx {
    requires static org.jspecify;
    requires java.logging;
    requires com.klinity.transcription;
    requires sphinx4.core;
    requires sphinx4.data;

    provides TranscriptionEngineProvider with
            SphinxProvider;
}
