package com.klinity.transcription.sphinx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the recording at its silences, reading no further than the segment asked for. Holds at most one segment of
 * bounded length, however long the recording is.
 */
final class Segmenter {
    /** No segment is longer, as the search needs about 10 MB for each second of it. */
    static final int LONGEST = 20 * Frame.A_SECOND;

    private static final int CUT_AFTER = 10 * Frame.A_SECOND;
    private static final int MARGIN = Frame.A_SECOND / 5;
    private static final int PAUSE = Frame.A_SECOND / 2;
    private static final int SHORTEST_SPEECH = Frame.A_SECOND / 10;

    private final Frames frames;
    private final SpeechDetector detector = new SpeechDetector();
    private final ArrayDeque<Frame> before = new ArrayDeque<>();
    private List<Frame> speech = new ArrayList<>();
    private int speechFrames;
    private int silentFrames;
    private long framesRead;

    Segmenter(SampleStream samples) {
        frames = new Frames(samples);
    }

    /** The next segment with speech in it; empty when there is none until the end. */
    Optional<Segment> next() throws IOException, InterruptedException {
        for (var frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            Optional<Segment> segment = take(frame.get());
            if (segment.isPresent()) {
                return segment;
            }
        }
        return end();
    }

    private Optional<Segment> take(Frame frame) {
        framesRead++;
        boolean isSpeech = detector.isSpeech(frame);
        if (speech.isEmpty() && !isSpeech) {
            waitForSpeech(frame);
            return Optional.empty();
        }
        collect(frame, isSpeech);
        if (silentFrames >= PAUSE) {
            return end();
        }
        return speech.size() >= LONGEST ? Optional.of(cutAtQuietest()) : Optional.empty();
    }

    private void waitForSpeech(Frame frame) {
        before.add(frame);
        if (before.size() > MARGIN) {
            before.remove();
        }
    }

    private void collect(Frame frame, boolean isSpeech) {
        speech.addAll(before);
        before.clear();
        speech.add(frame);
        speechFrames += isSpeech ? 1 : 0;
        silentFrames = isSpeech ? 0 : silentFrames + 1;
    }

    /** What was collected, without the pause after it; empty if that was no more than a click. */
    private Optional<Segment> end() {
        int excess = Math.max(0, silentFrames - MARGIN);
        int size = speech.size() - excess;
        Optional<Segment> segment =
                speechFrames < SHORTEST_SPEECH ? Optional.empty() : Optional.of(segment(speech.subList(0, size)));
        speech.subList(size, speech.size()).forEach(this::waitForSpeech);
        startAfresh(new ArrayList<>());
        return segment;
    }

    /** The first part of what was collected; the rest becomes the beginning of the next segment. */
    private Segment cutAtQuietest() {
        int cut = quietest();
        Segment segment = segment(speech.subList(0, cut));
        List<Frame> rest = new ArrayList<>(speech.subList(cut, speech.size()));
        startAfresh(rest);
        speechFrames = rest.size();
        return segment;
    }

    private int quietest() {
        int quietest = CUT_AFTER;
        for (int i = CUT_AFTER; i < speech.size() - 1; i++) {
            if (around(i) < around(quietest)) {
                quietest = i;
            }
        }
        return quietest;
    }

    private double around(int i) {
        return speech.get(i - 1).decibels()
                + speech.get(i).decibels()
                + speech.get(i + 1).decibels();
    }

    private void startAfresh(List<Frame> with) {
        speech = with;
        speechFrames = 0;
        silentFrames = 0;
    }

    private Segment segment(List<Frame> part) {
        short[] samples = new short[part.size() * Frame.SAMPLES];
        int position = 0;
        for (Frame frame : part) {
            frame.copyTo(samples, position);
            position += Frame.SAMPLES;
        }
        return new Segment((framesRead - speech.size()) * Frame.SAMPLES, samples);
    }
}
