package com.klinity.platform.server;

import com.klinity.platform.database.OnlySql;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The body of a streamed answer, which begins with its first byte: what fails before can still be answered otherwise. */
final class AnswerOutput extends OutputStream {

    private final Supplier<OutputStream> beginning;
    private @Nullable OutputStream begun;

    AnswerOutput(Supplier<OutputStream> beginning) {
        this.beginning = beginning;
    }

    boolean isBegun() {
        return begun != null;
    }

    /** A slow reader must not hold a transaction open. */
    private OutputStream out() {
        OnlySql.refuse("writing the answer");
        if (begun == null) {
            begun = beginning.get();
        }
        return begun;
    }

    @Override
    public void write(int value) throws IOException {
        out().write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out().write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out().flush();
    }

    @Override
    public void close() throws IOException {
        out().close();
    }
}
