package com.klinity.transcription.sphinx;

/** The decoder's settings besides its {@link Beams}: those published with the model. */
final class Tuning {
    static final float LANGUAGE_WEIGHT = 8;
    static final double WORD_INSERTION = 0.1;
    static final double SILENCE_INSERTION = 0.1;
    static final double FILLER_INSERTION = 1e-2;

    /** Gaussians of a codebook that count. */
    static final int GAUSSIANS = 4;

    static final int LOOKAHEAD_FRAMES = 5;
    static final float LOOKAHEAD_PENALTY = 6;
    static final float ACOUSTIC_LOOKAHEAD = 1.7f;
    static final int LOOKAHEAD_STATES = 1000;
    static final double LOOKAHEAD_BEAM = 1e-12;
    static final double PHONE_INSERTION = 0.05;

    static final int LATTICE_EDGES = 100;
    static final int NGRAM_CACHE = 100_000;

    private Tuning() {}
}
