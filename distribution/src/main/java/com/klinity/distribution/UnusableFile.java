package com.klinity.distribution;

import java.io.IOException;

/** A file that was named on the command line is not what it must be. The message says which. */
final class UnusableFile extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableFile(String message, Exception cause) {
        super(message, cause);
    }
}
