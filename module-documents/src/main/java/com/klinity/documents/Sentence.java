package com.klinity.documents;

import java.util.List;

/**
 * One sentence of a section's text.
 *
 * @param citations empty when the practitioner wrote or changed it
 */
record Sentence(String text, List<Citation> citations) {

    Sentence {
        citations = Absent.toEmpty(citations);
    }
}
