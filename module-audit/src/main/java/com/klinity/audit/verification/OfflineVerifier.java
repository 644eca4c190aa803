package com.klinity.audit.verification;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Checks an exported file without a server. Blocks while it reads; the caller closes the file. */
public final class OfflineVerifier {

    private OfflineVerifier() {}

    /**
     * What a check found.
     *
     * @param entries     how many entries follow, from the first one on
     * @param head        hash of the last of them; what the first must follow when there is none
     * @param firstBroken the first line that is not what the server wrote, in words; empty when all are
     */
    public record Report(long entries, String head, Optional<String> firstBroken) {}

    /**
     * Reads a whole log until the end or the first broken line, with constant memory. A file whose last lines were cut
     * off is not told from a whole one.
     *
     * @throws IOException when the file cannot be read
     */
    public static Report verify(InputStream file) throws IOException {
        return new ExportWalk(Optional.empty(), ExportWalk.ANYWHERE).over(file);
    }

    /**
     * The same for a file that must end with a given hash, as {@code GET /v1/audit/integrity} told it.
     *
     * @param head 64 lower-case hexadecimal digits
     * @throws IOException when the file cannot be read
     */
    public static Report verify(InputStream file, String head) throws IOException {
        return new ExportWalk(Optional.empty(), head).over(file);
    }

    /**
     * The same for a part of a log, or a whole one, that must be what a manifest says.
     *
     * @throws IOException when the file cannot be read
     */
    public static Report verify(InputStream file, Manifest manifest) throws IOException {
        return new ExportWalk(Optional.of(manifest), ExportWalk.ANYWHERE).over(file);
    }

    /**
     * The same for a part that must be what a manifest says and end with a given hash.
     *
     * @param head 64 lower-case hexadecimal digits
     * @throws IOException when the file cannot be read
     */
    public static Report verify(InputStream file, Manifest manifest, String head) throws IOException {
        return new ExportWalk(Optional.of(manifest), head).over(file);
    }
}
