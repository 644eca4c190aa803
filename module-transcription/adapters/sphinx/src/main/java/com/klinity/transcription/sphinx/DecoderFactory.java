package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.search.ActiveListFactory;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SearchManager;
import edu.cmu.sphinx.decoder.search.SimpleActiveListManager;
import edu.cmu.sphinx.decoder.search.WordPruningBreadthFirstLookaheadSearchManager;
import edu.cmu.sphinx.frontend.AutoCepstrum;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.feature.BatchCMN;
import edu.cmu.sphinx.frontend.feature.DeltasFeatureExtractor;
import edu.cmu.sphinx.frontend.feature.FeatureTransform;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Loads the model and wires a decoder. The parts are put together in code, not from Sphinx's XML files: those name
 * classes as text, which a module of its own layer does not find, and take overrides from system properties.
 */
final class DecoderFactory implements Supplier<Decoder> {
    // Sphinx keeps statistics in static maps that are not safe to fill from two threads.
    private static final Lock LOADING = new ReentrantLock();

    private final SpeechModel model;
    private final Beams beams;

    DecoderFactory(SpeechModel model, Beams beams) {
        this.model = model;
        this.beams = beams;
    }

    /** Takes seconds, and about 170 MB that stay in use. */
    @Override
    public Decoder get() {
        LOADING.lock();
        try {
            SphinxLog.silence();
            return load();
        } catch (IOException unreadable) {
            throw new TranscriptionFailure(
                    Code.ENGINE_UNAVAILABLE, "The speech model could not be loaded.", unreadable);
        } finally {
            LOADING.unlock();
        }
    }

    private Decoder load() throws IOException {
        UnitManager units = new UnitManager();
        Sphinx3Loader loader = new Sphinx3Loader(model.acoustics(), units, 0, 1e-7f, 1e-4f, Tuning.GAUSSIANS, true);
        loader.load();
        // The filter against steady noise is made for live audio; whole segments have fewer word errors without.
        loader.getProperties().setProperty("-remove_noise", "no");
        SegmentSource source = new SegmentSource();
        FrontEnd frontEnd = frontEnd(source, loader);
        SearchManager search = search(frontEnd, loader, new Linguists(model, loader, units));
        search.allocate();
        return new Decoder(source, frontEnd, search);
    }

    private static FrontEnd frontEnd(SegmentSource source, Sphinx3Loader loader) throws IOException {
        return new FrontEnd(List.of(
                source,
                new Preemphasizer(0.97),
                new RaisedCosineWindower(0.46, 25.625f, 10),
                new DiscreteFourierTransform(-1, false),
                new AutoCepstrum(loader),
                new BatchCMN(),
                new DeltasFeatureExtractor(3),
                new FeatureTransform(loader)));
    }

    private SearchManager search(FrontEnd frontEnd, Sphinx3Loader loader, Linguists linguists) {
        ActiveListFactory states = new PartitionActiveListFactory(beams.states(), beams.stateWidth());
        ActiveListFactory words = new WordListFactory(beams);
        return new WordPruningBreadthFirstLookaheadSearchManager(
                linguists.words(),
                linguists.phones(),
                loader,
                new SimplePruner(),
                new InterruptibleScorer(frontEnd),
                new SimpleActiveListManager(List.of(states, words, words, states, states, states), false),
                new PartitionActiveListFactory(Tuning.LOOKAHEAD_STATES, Tuning.LOOKAHEAD_BEAM),
                false,
                beams.stateWidth(),
                0,
                false,
                true,
                Tuning.LOOKAHEAD_FRAMES,
                Tuning.LOOKAHEAD_PENALTY,
                Tuning.LATTICE_EDGES,
                Tuning.ACOUSTIC_LOOKAHEAD,
                true);
    }
}
