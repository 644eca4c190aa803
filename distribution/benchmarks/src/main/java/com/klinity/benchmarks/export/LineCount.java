package com.klinity.benchmarks.export;

import java.io.OutputStream;

/** Takes bytes and counts the lines in them: the same work for whoever is measured. */
final class LineCount extends OutputStream {

    private long lines;

    @Override
    public void write(int unit) {
        lines += unit == '\n' ? 1 : 0;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int at = offset; at < offset + length; at++) {
            lines += bytes[at] == '\n' ? 1 : 0;
        }
    }

    long lines() {
        return lines;
    }
}
