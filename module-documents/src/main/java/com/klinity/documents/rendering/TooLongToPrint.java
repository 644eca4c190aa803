package com.klinity.documents.rendering;

/** A sheet that would take more pages, or more time, than printing may. Says nothing of what is on it. */
public final class TooLongToPrint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Most pages of one paper. What is accepted when it is written stays below. */
    public static final int MOST_PAGES = 250;

    TooLongToPrint() {
        super("more than " + MOST_PAGES + " pages", null, false, false);
    }
}
