package com.klinity.media.filesystem;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Objects;

/** An object's content from an offset to its end, each segment verified before a byte of it is given out. */
final class DecryptedInput extends InputStream {

    private final EncryptedObject object;
    private final DiskChannel file;
    private final SeekableByteChannel plain;
    private boolean begun;

    DecryptedInput(EncryptedObject object, DiskChannel file, long offset) throws IOException {
        this.object = object;
        this.file = file;
        this.plain = object.decrypting(file, offset);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        try {
            return read(ByteBuffer.wrap(buffer, offset, length));
        } catch (IOException e) {
            throw new BlobFailure(Code.CORRUPT, "the object is not what was put under its key", e);
        }
    }

    private int read(ByteBuffer target) throws IOException {
        int read = plain.read(target);
        if (read > 0) {
            begun = true;
            return read;
        }
        if (!begun) {
            object.verify(file);
            begun = true;
        }
        return -1;
    }

    @Override
    public void close() {
        file.close();
    }
}
