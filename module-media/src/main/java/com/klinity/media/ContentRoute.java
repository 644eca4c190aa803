package com.klinity.media;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;

/** The audio itself, as a whole or one range of it (RFC 9110 §14). */
final class ContentRoute {

    private static final System.Logger LOG = System.getLogger(ContentRoute.class.getName());
    private static final int BUFFER = 1 << 16;

    private final BlobStore store;

    ContentRoute(BlobStore store) {
        this.store = store;
    }

    Reply read(Call call) {
        UUID id = call.id("id");
        Recording recording = RecordingTable.find(call.scope(), id).orElseThrow(Refusal::notFound);
        BlobKey key = new BlobKey(call.account(), id);
        String etag = "\"" + recording.sha256() + "\"";
        Reply reply = switch (requested(call, etag, recording.bytes())) {
            case ByteRange.Whole _ -> part(key, recording, 0, recording.bytes());
            case ByteRange.Part part ->
                part(key, recording, part.first(), part.length())
                        .status(206)
                        .header("Content-Range", part.contentRange(recording.bytes()))
                        .detail("range", part.first() + "-" + part.last());
            case ByteRange.Outside _ -> throw Refusal.unsatisfiableRange(recording.bytes());
        };
        return reply.header("Accept-Ranges", "bytes").header("ETag", etag).about(id);
    }

    /** A range counts only while the caller's copy is of the same content (RFC 9110 §13.1.5). */
    private static ByteRange requested(Call call, String etag, long length) {
        boolean same = call.header("If-Range").map(etag::equals).orElse(true);
        return call.header("Range")
                .filter(range -> same)
                .map(range -> ByteRange.of(range, length))
                .orElse(ByteRange.WHOLE);
    }

    private Reply part(BlobKey key, Recording recording, long first, long length) {
        return Reply.stream(recording.contentType(), length, out -> send(key, first, length, out));
    }

    private void send(BlobKey key, long first, long length, OutputStream out) throws IOException {
        try {
            write(key, first, length, out);
        } catch (BlobFailure e) {
            LOG.log(System.Logger.Level.ERROR, "the audio of recording " + key.id() + " could not be sent", e);
            throw new IOException("the audio could not be read", e);
        }
    }

    private void write(BlobKey key, long first, long length, OutputStream out) throws IOException {
        try (InputStream in = store.open(key, first)) {
            byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
            long left = length;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new BlobFailure(BlobFailure.Code.CORRUPT, "the object is shorter than its record says");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
