package com.klinity.platform.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of PEM blocks (RFC 7468).
 *
 * @param blocks in their order
 */
record PemFile(List<Block> blocks) {

    private static final long LONGEST = 1L << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----", Pattern.DOTALL);

    /** Copies the list. */
    PemFile {
        blocks = List.copyOf(blocks);
    }

    /**
     * One block.
     *
     * @param label such as {@code CERTIFICATE}
     * @param der   its content; empty where it was no base64
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Block(String label, byte[] der) {}

    static PemFile read(Path file, boolean isKey) throws UnusableTlsException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                throw fault(isKey, "is no file of at most 1 MiB; name a PEM file");
            }
            return of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw fault(isKey, "cannot be read (" + e.getClass().getSimpleName() + "); let the server's user read it");
        }
    }

    private static UnusableTlsException fault(boolean isKey, String whatToDo) {
        return isKey ? UnusableTlsException.privateKey(whatToDo) : UnusableTlsException.certificate(whatToDo);
    }

    private static PemFile of(String text) {
        List<Block> blocks = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(text); block.find(); ) {
            blocks.add(new Block(block.group(1), decoded(block.group(2))));
        }
        return new PemFile(blocks);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return new byte[0]; // as unusable as any other bytes that are none of the kind
        }
    }

    /** Content of the blocks of that label. */
    List<byte[]> all(String label) {
        return blocks.stream()
                .filter(block -> block.label().equals(label))
                .map(Block::der)
                .toList();
    }

    /** Whether every user of the machine may read or change the file. */
    static boolean readableByAll(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream()
                    .anyMatch(right ->
                            right == PosixFilePermission.OTHERS_READ || right == PosixFilePermission.OTHERS_WRITE);
        } catch (IOException e) {
            return false; // told where it is read
        }
    }
}
