package com.klinity.transcription.sphinx;

/**
 * How many hypotheses survive a frame: the most important choice between speed and accuracy.
 *
 * @param states most states of words kept
 * @param stateWidth how much less probable than the best a state may be
 * @param words most ends of words kept
 * @param wordWidth how much less probable than the best an end of a word may be
 */
record Beams(int states, double stateWidth, int words, double wordWidth) {
    /** Sphinx's own default. */
    static final Beams WIDE = new Beams(20_000, 1e-60, 200, 1e-40);

    /** A tenth of the work of {@link #WIDE}, for practically the same words. */
    static final Beams NARROW = new Beams(3_000, 1e-40, 200, 1e-40);
}
