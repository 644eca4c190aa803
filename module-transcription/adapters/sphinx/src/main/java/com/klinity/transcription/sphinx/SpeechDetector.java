package com.klinity.transcription.sphinx;

/**
 * Tells speech from background by energy. Speech begins well above the background and lasts until it is near it again.
 * The background is the quietest moment of the last seconds, as even a fast talker pauses between words.
 */
final class SpeechDetector {
    private static final double BEGINS = 12;
    private static final double ENDS = 7;
    private static final double QUIETEST = 25;
    private static final double SMOOTHING = 0.5;

    private final SlidingMinimum background = new SlidingMinimum(3 * Frame.A_SECOND);
    private double smoothed = Double.NaN;
    private boolean speech;

    /** Whether this frame, which follows the one given before, is speech. */
    boolean isSpeech(Frame frame) {
        double level = Math.max(QUIETEST, frame.decibels());
        smoothed = Double.isNaN(smoothed) ? level : smoothed + SMOOTHING * (level - smoothed);
        double above = smoothed - background.with(smoothed);
        speech = above > (speech ? ENDS : BEGINS);
        return speech;
    }
}
