package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.NoSuchElementException;

/**
 * Where the published US English model lies. Sphinx's own {@code resource:} names are looked up from inside its core
 * module, which does not see the model's module, so everything is found here and handed over as URLs.
 *
 * @param acoustics folder of the acoustic model
 * @param dictionary pronunciations
 * @param fillers pronunciations of silence and noise
 * @param language trigram model
 */
record SpeechModel(URL acoustics, URL dictionary, URL fillers, URL language) {
    private static final String FOLDER = "edu/cmu/sphinx/models/en-us/";
    private static final String ACOUSTICS = FOLDER + "en-us/";

    static SpeechModel find() {
        URL fillers = resource(ACOUSTICS + "noisedict");
        return new SpeechModel(
                folderOf(fillers), resource(FOLDER + "cmudict-en-us.dict"), fillers, resource(FOLDER + "en-us.lm.bin"));
    }

    /** The jar that it lies in. */
    URI place() {
        String inside = dictionary.getPath();
        return URI.create(inside.substring(0, inside.indexOf('!')));
    }

    private static URL resource(String name) {
        URL url = SpeechModel.class.getClassLoader().getResource(name);
        if (url == null) {
            throw missing(new NoSuchElementException(name));
        }
        return url;
    }

    private static URL folderOf(URL file) {
        String text = file.toString();
        try {
            return URI.create(text.substring(0, text.lastIndexOf('/'))).toURL();
        } catch (MalformedURLException strange) {
            throw missing(strange);
        }
    }

    private static TranscriptionFailure missing(Throwable cause) {
        return new TranscriptionFailure(
                Code.ENGINE_UNAVAILABLE,
                "The speech model is missing: sphinx4-data belongs beside the adapter.",
                cause);
    }
}
