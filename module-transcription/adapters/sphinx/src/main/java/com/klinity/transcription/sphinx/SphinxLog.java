package com.klinity.transcription.sphinx;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps Sphinx from logging: it would write of every recording, and much else. */
final class SphinxLog {
    // Most parts log under their full name, those made without a property sheet under their bare one.
    // Held, because a logger that nobody holds is forgotten together with its level.
    private static final List<Logger> LOGGERS = Stream.of(
                    "edu.cmu.sphinx",
                    "AutoCepstrum",
                    "BatchCMN",
                    "DeltasFeatureExtractor",
                    "DiscreteFourierTransform",
                    "FeatureTransform",
                    "FrontEnd",
                    "HMMTree",
                    "InterruptibleScorer",
                    "Preemphasizer",
                    "RaisedCosineWindower",
                    "SegmentSource")
            .map(Logger::getLogger)
            .toList();

    private SphinxLog() {}

    static void silence() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
