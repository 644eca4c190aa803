package com.klinity.audit.archive;

import com.klinity.audit.verification.AuditCsv;
import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.EntryRow;
import com.klinity.audit.verification.Manifest;
import com.klinity.platform.spi.AuditRetention;
import com.klinity.platform.spi.AuditRetention.Segment;
import com.klinity.platform.spi.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes a segment's two files; each is on the disk on the return. */
record SegmentWriter(AuditRetention log, Json json) {

    void write(Segment segment, CheckpointProof checkpoint, SegmentFolder folder) throws IOException {
        String firstHash = csv(segment, folder.csv());
        Manifest manifest = Manifest.of(
                        segment.account(),
                        segment.first(),
                        segment.last(),
                        segment.afterHash(),
                        firstHash,
                        segment.lastHash())
                .with(checkpoint);
        durably(folder.manifest(), file -> file.write(json.write(manifest).text() + "\n"));
    }

    /** The hash of the first entry. */
    private String csv(Segment segment, Path path) throws IOException {
        StringBuilder firstHash = new StringBuilder();
        durably(path, file -> {
            file.write(AuditCsv.HEADER + AuditCsv.LINE_BREAK);
            log.read(segment, row -> {
                ChainEntry entry = EntryRow.entry(row);
                if (firstHash.isEmpty()) {
                    firstHash.append(entry.hash());
                }
                write(file, AuditCsv.line(entry));
            });
        });
        return firstHash.toString();
    }

    private static void write(Writer file, String line) {
        try {
            file.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What goes into a file. */
    private interface Content {

        void into(Writer file) throws IOException;
    }

    private static void durably(Path path, Content content) throws IOException {
        try (FileChannel channel = ArchiveDirectory.create(path);
                Writer file = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
            content.into(file);
            file.flush();
            channel.force(true);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }
}
