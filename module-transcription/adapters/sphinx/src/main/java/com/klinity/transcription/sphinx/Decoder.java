package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.Utterance;
import com.klinity.transcription.spi.Word;
import edu.cmu.sphinx.decoder.search.SearchManager;
import edu.cmu.sphinx.frontend.FrontEnd;
import java.util.List;
import java.util.Optional;

/**
 * One decoder with its own search tree and caches; for one thread at a time. Every segment is decoded from the same
 * state, so the result depends on the segment alone. Returns early, with whatever it has, when its thread is
 * interrupted.
 */
final class Decoder {
    private final SegmentSource source;
    private final FrontEnd frontEnd;
    private final SearchManager search;

    Decoder(SegmentSource source, FrontEnd frontEnd, SearchManager search) {
        this.source = source;
        this.frontEnd = frontEnd;
        this.search = search;
    }

    /** The utterance of a segment; empty if no word was recognised in it. */
    Optional<Utterance> decode(Segment segment) {
        frontEnd.initialize(); // drops what an interrupted decoding left behind
        source.play(segment);
        search.startRecognition();
        try {
            return Optional.ofNullable(search.recognize(Integer.MAX_VALUE))
                    .flatMap(result -> utterance(new WordPath(segment, result).words()));
        } finally {
            search.stopRecognition();
        }
    }

    /** The utterance that these words make; empty without any. */
    static Optional<Utterance> utterance(List<Word> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        long start = words.getFirst().startMs();
        long end = words.getLast().endMs();
        return Optional.of(new Utterance("", start, end, Sentence.of(words), words));
    }
}
