package com.klinity.audit.verification;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checkpoint as a witness keeps it: the signed text, an empty line, the signature's line, an empty line, then the lines
 * of the heads; each ends with LF. {@code docs/audit-log.md} is its description.
 *
 * @param note      what is signed
 * @param signature its line
 * @param lines     the heads, ordered by account
 */
public record CheckpointDocument(CheckpointNote note, String signature, List<String> lines) {

    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([1-9][0-9]{0,18}) ([0-9a-f]{64})");

    /** Copies the list. */
    public CheckpointDocument {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param account  whose chain
     * @param sequence of its last entry
     * @param hash     of its last entry
     */
    public record Head(UUID account, long sequence, String hash) {}

    /** The note with its signature, as kept in the database: what a document begins with. */
    public String signedNote() {
        return note.text() + "\n" + signature + "\n";
    }

    /** The whole document. */
    public byte[] bytes() {
        return document(signedNote(), lines);
    }

    /** A document from its signed note and its lines. */
    public static byte[] document(String signedNote, List<String> lines) {
        StringBuilder document = new StringBuilder(signedNote).append('\n');
        lines.forEach(line -> document.append(line).append('\n'));
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a document; empty when its form, its number of lines or its root is not right. Who signed it is another
     * question.
     */
    public static Optional<CheckpointDocument> of(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n\n", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        List<String> lines = Arrays.asList(parts[2].split("\n"));
        return CheckpointNote.of(parts[0] + "\n")
                .map(note -> new CheckpointDocument(note, parts[1], lines))
                .filter(document -> Arrays.equals(document.bytes(), bytes) && document.holds());
    }

    private boolean holds() {
        return lines.size() == note.heads()
                && lines.stream().allMatch(line -> LINE.matcher(line).matches())
                && MerkleTree.of(lines).root().equals(note.root());
    }

    /** Whether one of those keys signed it. */
    public boolean signedBy(VerificationKeys keys) {
        return keys.signer(note.text(), signature).isPresent();
    }

    /** The heads, in the order of the lines. */
    public List<Head> heads() {
        return lines.stream().map(CheckpointDocument::head).toList();
    }

    private static Head head(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            throw new IllegalStateException("the form was checked before");
        }
        return new Head(UUID.fromString(line.group(1)), Long.parseLong(line.group(2)), line.group(3));
    }
}
