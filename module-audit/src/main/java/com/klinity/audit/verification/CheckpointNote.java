package com.klinity.audit.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is signed of a checkpoint.
 *
 * @param number   its place, from 1
 * @param taken    time of taking in UTC, as text of the log's form
 * @param previous {@link #digest} of the checkpoint before; 64 zeros for the first
 * @param heads    how many lines it has
 * @param complete whether every chain's head is among them
 * @param root     of the lines' {@link MerkleTree}
 */
public record CheckpointNote(long number, String taken, String previous, int heads, boolean complete, String root) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern FORM = Pattern.compile("""
        klinity audit checkpoint
        number ([1-9][0-9]{0,17})
        taken ([0-9T:.-]{26}Z)
        previous ([0-9a-f]{64})
        heads ([1-9][0-9]{0,8})
        covers (all|changed)
        root ([0-9a-f]{64})
        """);

    /** A time as it stands in {@code taken}, so that texts compare as times do. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The signed text. */
    public String text() {
        return "klinity audit checkpoint\nnumber " + number + "\ntaken " + taken + "\nprevious " + previous + "\nheads "
                + heads + "\ncovers " + (complete ? "all" : "changed") + "\nroot " + root + "\n";
    }

    /** Reads a signed text; empty when it is none. */
    public static Optional<CheckpointNote> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(new CheckpointNote(
                Long.parseLong(form.group(1)),
                form.group(2),
                form.group(3),
                Integer.parseInt(form.group(4)),
                form.group(5).equals("all"),
                form.group(6)));
    }

    /** SHA-256 of the signed text, which the next checkpoint names. */
    public String digest() {
        return HexFormat.of().formatHex(Sha256.digest().digest(text().getBytes(StandardCharsets.UTF_8)));
    }
}
