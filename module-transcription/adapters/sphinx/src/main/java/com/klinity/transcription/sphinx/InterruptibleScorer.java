package com.klinity.transcription.sphinx;

import edu.cmu.sphinx.decoder.scorer.SimpleAcousticScorer;
import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;

/**
 * Scores frames until the audio ends or the thread is interrupted. The search is told that the audio ended rather than
 * stopped by an exception, which would leave its timers running.
 */
final class InterruptibleScorer extends SimpleAcousticScorer {
    InterruptibleScorer(BaseDataProcessor frontEnd) {
        super(frontEnd, null);
    }

    @Override
    protected Data getNextData() {
        return Thread.currentThread().isInterrupted() ? new DataEndSignal(0) : super.getNextData();
    }
}
