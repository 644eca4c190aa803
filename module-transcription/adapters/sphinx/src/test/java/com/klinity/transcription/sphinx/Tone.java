package com.klinity.transcription.sphinx;

import com.klinity.transcription.testkit.WaveFile;

/** Sine tones, made and measured. */
final class Tone {
    private static final double FULL_SCALE = 32_768;

    private Tone() {}

    static WaveFile.Signal of(double hertz, double strength) {
        return time -> strength * Math.sin(2 * Math.PI * hertz * time);
    }

    /** How strong a tone is in a recording of 16 kHz, leaving out its first and last tenth. */
    static double strength(float[] samples, double hertz) {
        double sine = 0;
        double cosine = 0;
        int margin = samples.length / 10;
        for (int i = margin; i < samples.length - margin; i++) {
            double angle = 2 * Math.PI * hertz * i / Segment.RATE;
            sine += samples[i] * Math.sin(angle);
            cosine += samples[i] * Math.cos(angle);
        }
        return 2 * Math.hypot(sine, cosine) / (samples.length - 2 * margin) / FULL_SCALE;
    }
}
