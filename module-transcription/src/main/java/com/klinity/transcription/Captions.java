package com.klinity.transcription;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Utterances as WebVTT (W3C), SubRip, and plain text. */
final class Captions {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final long SECOND_MS = 1000;
    private static final long MINUTE_MS = 60 * SECOND_MS;
    private static final long HOUR_MS = 60 * MINUTE_MS;

    private Captions() {}

    static String vtt(List<Spoken> utterances) {
        StringBuilder file = new StringBuilder("WEBVTT\n");
        int number = 1;
        for (Spoken spoken : utterances) {
            String voice = spoken.speaker().isEmpty() ? "" : "<v " + escaped(spoken.speaker()) + ">";
            cue(file.append('\n'), number++, spoken, '.', voice + escaped(spoken.text()));
        }
        return file.toString();
    }

    static String srt(List<Spoken> utterances) {
        StringBuilder file = new StringBuilder();
        int number = 1;
        for (Spoken spoken : utterances) {
            // SubRip has no escapes: an arrow would read as a time line, an angle bracket as a tag.
            String text = said(spoken).replace("-->", "->").replace('<', '‹').replace('>', '›');
            cue(number == 1 ? file : file.append('\n'), number++, spoken, ',', text);
        }
        return file.toString();
    }

    static String plain(List<Spoken> utterances) {
        StringBuilder file = new StringBuilder();
        utterances.forEach(spoken -> file.append(said(spoken)).append('\n'));
        return file.toString();
    }

    private static void cue(StringBuilder file, int number, Spoken spoken, char point, String payload) {
        // A cue must last, however short the word was.
        long end = Math.max(spoken.endMs(), spoken.startMs() + 1);
        file.append(number).append('\n');
        file.append(time(spoken.startMs(), point)).append(" --> ").append(time(end, point));
        file.append('\n').append(payload).append('\n');
    }

    private static String said(Spoken spoken) {
        String text = line(spoken.text());
        return spoken.speaker().isEmpty() ? text : line(spoken.speaker()) + ": " + text;
    }

    /** A blank line would end the cue. */
    private static String line(String text) {
        return SPACE.matcher(text.strip()).replaceAll(" ");
    }

    private static String escaped(String text) {
        return line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String time(long ms, char point) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                ms / HOUR_MS,
                ms % HOUR_MS / MINUTE_MS,
                ms % MINUTE_MS / SECOND_MS,
                point,
                ms % SECOND_MS);
    }
}
