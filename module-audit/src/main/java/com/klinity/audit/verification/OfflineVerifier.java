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
     * @param head        hash of the last of them; {@link ChainEntry#GENESIS} when there is none
     * @param firstBroken the first line that is not what the server wrote, in words; empty when all are
     */
    public record Report(long entries, String head, Optional<String> firstBroken) {}

    /**
     * Reads until the end or the first broken line, with constant memory. A file whose last lines were cut off is not
     * told from a whole one.
     *
     * @throws IOException when the file cannot be read
     */
    public static Report verify(InputStream file) throws IOException {
        return new ExportWalk(ExportWalk.ANYWHERE).over(file);
    }

    /**
     * The same for a file that must end with a given hash, as {@code GET /v1/audit/integrity} told it.
     *
     * @param head 64 lower-case hexadecimal digits
     * @throws IOException when the file cannot be read
     */
    public static Report verify(InputStream file, String head) throws IOException {
        return new ExportWalk(head).over(file);
    }
}
