package com.klinity.platform.embedded;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Makes a {@code .txz}, good or bad. */
final class TestArchive {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    TestArchive file(String name, String content) {
        return add(name, '0', "", content, "0000644");
    }

    TestArchive program(String name, String content) {
        return add(name, '0', "", content, "0000755");
    }

    TestArchive link(String name, String linkTarget) {
        return add(name, '2', linkTarget, "", "0000777");
    }

    TestArchive longName(String name) {
        return add("././@LongLink", 'L', "", name + "\0", "0000644");
    }

    TestArchive device(String name) {
        return add(name, '3', "", "", "0000644");
    }

    TestArchive end() {
        tar.writeBytes(new byte[2 * BLOCK]);
        return this;
    }

    TestArchive raw(String text) {
        tar.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    byte[] compressed() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(compressed, new LZMA2Options(0))) {
            out.write(tar.toByteArray());
        }
        return compressed.toByteArray();
    }

    void unpackTo(Path target) throws IOException {
        new ArchiveUnpacker(target).unpack(new ByteArrayInputStream(compressed()));
    }

    PostgresArchive at(Path file) throws IOException {
        Files.write(file, compressed());
        return PostgresArchive.at(file);
    }

    private TestArchive add(String name, char kind, String linkTarget, String content, String mode) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, mode);
        put(header, 124, String.format("%011o", bytes.length));
        header[156] = (byte) kind;
        put(header, 157, linkTarget);
        put(header, 257, "ustar  ");
        tar.writeBytes(header);
        tar.writeBytes(bytes);
        tar.writeBytes(new byte[Math.floorMod(-bytes.length, BLOCK)]);
        return this;
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
