package com.klinity.documents.rendering;

/** A sheet with characters that no font draws rightly: nothing is printed rather than something else. Says nothing of it. */
public final class NotPrintable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPrintable() {
        super("characters that no font draws", null, false, false);
    }
}
