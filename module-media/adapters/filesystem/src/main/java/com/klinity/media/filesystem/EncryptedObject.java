package com.klinity.media.filesystem;

import com.google.crypto.tink.StreamingAead;
import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** An object's way through the cipher, bound to its key: the file of another object does not decrypt under it. */
record EncryptedObject(StreamingAead cipher, BlobKey key) {

    private static final int BUFFER = 1 << 16;

    /** Encrypts to the end of the content and returns its length. Memory use is constant. */
    long write(InputStream content, WritableByteChannel file) throws IOException {
        WritableByteChannel encrypting = encrypting(file);
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
            while (rest.hasRemaining()) {
                encrypting.write(rest);
            }
            bytes += read;
        }
        // Only the end marks the object as complete; after a failure it must not be written.
        encrypting.close();
        return bytes;
    }

    SeekableByteChannel decrypting(DiskChannel file, long offset) throws IOException {
        try {
            return cipher.newSeekableDecryptingChannel(file, associatedData()).position(offset);
        } catch (GeneralSecurityException e) {
            throw new BlobFailure(Code.CORRUPT, "the object cannot be decrypted", e);
        }
    }

    /** Reads everything to learn whether the object is complete: the seekable form never looks at an empty one. */
    void verify(DiskChannel file) throws IOException {
        file.position(0);
        try {
            ReadableByteChannel all = cipher.newDecryptingChannel(file, associatedData());
            ByteBuffer target = ByteBuffer.allocate(BUFFER);
            while (all.read(target) >= 0) {
                target.clear();
            }
        } catch (GeneralSecurityException e) {
            throw new BlobFailure(Code.CORRUPT, "the object cannot be decrypted", e);
        }
    }

    private WritableByteChannel encrypting(WritableByteChannel file) throws IOException {
        try {
            return cipher.newEncryptingChannel(new KeptOpen(file), associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM-HKDF streaming is not available", e);
        }
    }

    private byte[] associatedData() {
        return ("klinity media object " + key.account() + "/" + key.id()).getBytes(StandardCharsets.US_ASCII);
    }

    /** The cipher closes what it writes to, before it could be made durable. */
    private record KeptOpen(WritableByteChannel file) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer source) throws IOException {
            return file.write(source);
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() {}
    }
}
