package com.klinity.documents.rendering;

import java.util.List;
import java.util.UUID;

/**
 * What is printed, top to bottom. All texts may hold any Unicode.
 *
 * @param id       printed in the footer; makes the same sheet the same bytes
 * @param language BCP 47 tag of the labels
 * @param subject  whose it is, on every page
 * @param mark     a warning on every page; empty when there is none
 * @param facts    whom and what it is about
 * @param seal     what locks all above; empty when nothing does
 * @param addenda  what was added later
 */
public record Sheet(
        UUID id,
        String language,
        String title,
        String subject,
        String mark,
        List<Fact> facts,
        List<Part> parts,
        List<Fact> seal,
        List<Part> addenda) {

    /** Copies the lists. */
    public Sheet {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        addenda = List.copyOf(addenda);
        seal = List.copyOf(seal);
    }

    /** A label and what it labels. */
    public record Fact(String label, String value) {}

    /**
     * A heading and text below it; the passages follow each other without anything between them.
     *
     * @param facts set small below the text
     */
    public record Part(String title, List<Passage> passages, List<Fact> facts) {

        /** Copies the lists. */
        public Part {
            passages = List.copyOf(passages);
            facts = List.copyOf(facts);
        }
    }

    /**
     * A piece of text.
     *
     * @param stamps where it comes from, set small after it
     */
    public record Passage(String text, List<String> stamps) {

        /** Copies the list. */
        public Passage {
            stamps = List.copyOf(stamps);
        }
    }
}
