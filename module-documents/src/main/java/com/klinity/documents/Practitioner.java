package com.klinity.documents;

/**
 * Who signs.
 *
 * @param name as it stands on paper
 */
record Practitioner(String name, Registration registration) {

    /** On one line. */
    String shown() {
        return name + ", " + registration.shown();
    }
}
