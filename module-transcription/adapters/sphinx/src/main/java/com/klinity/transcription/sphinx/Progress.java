package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.ProgressListener;

/** Reports how much of the audio is decoded, in steps worth hearing. */
final class Progress {
    private static final double STEP = 0.005;

    private final ProgressListener listener;
    private final long totalSamples;
    private double reported;

    Progress(ProgressListener listener, long totalSamples) {
        this.listener = listener;
        this.totalSamples = Math.max(1, totalSamples);
    }

    /** Everything before this sample is decoded. */
    void decodedUntil(long sample) {
        double fraction = (double) sample / totalSamples;
        if (fraction >= reported + STEP && fraction < 1) {
            reported = fraction;
            listener.at(fraction);
        }
    }

    void done() {
        listener.at(1);
    }
}
