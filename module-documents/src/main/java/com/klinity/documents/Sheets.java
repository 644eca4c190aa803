package com.klinity.documents;

import com.klinity.documents.rendering.Sheet;
import com.klinity.documents.rendering.Sheet.Fact;
import com.klinity.documents.rendering.Sheet.Part;
import com.klinity.documents.rendering.Sheet.Passage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays a document out on paper. */
final class Sheets {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Sheets() {}

    static Sheet of(Document document, Header header) {
        Labels labels = Labels.of(document.template().language());
        return new Sheet(
                document.id(),
                document.template().language(),
                document.title(),
                document.signature() == null ? labels.draft() : "",
                facts(document, header, labels),
                document.sections().stream().map(Sheets::part).toList(),
                seal(document, labels),
                document.addenda().stream()
                        .map(addendum -> part(addendum, labels))
                        .toList());
    }

    private static List<Fact> facts(Document document, Header header, Labels labels) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(labels.patient(), header.patientName()));
        if (header.patientBirthDate() != null) {
            facts.add(new Fact(labels.birthDate(), header.patientBirthDate().toString()));
        }
        facts.add(new Fact(labels.appointment(), TIME.format(header.appointmentStartsAt())));
        facts.add(new Fact(
                labels.template(),
                document.template().name() + " (" + document.template().version() + ")"));
        return facts;
    }

    private static Part part(Section section) {
        return new Part(section.title(), passages(section), List.of());
    }

    private static Part part(Addendum addendum, Labels labels) {
        return new Part(
                labels.addendum() + ", " + TIME.format(addendum.addedAt()),
                List.of(new Passage(addendum.text(), List.of())),
                List.of(new Fact(labels.contentHash(), addendum.contentHash())));
    }

    /** The section's text, cut where a citation goes in. */
    private static List<Passage> passages(Section section) {
        List<Passage> passages = new ArrayList<>();
        int rest = 0;
        for (Sentence sentence : Absent.toEmpty(section.sentences())) {
            int end = section.text().indexOf(sentence.text(), rest)
                    + sentence.text().length();
            List<String> stamps =
                    sentence.citations().stream().map(Sheets::stamp).toList();
            passages.add(new Passage(section.text().substring(rest, end), stamps));
            rest = end;
        }
        passages.add(new Passage(section.text().substring(rest), List.of()));
        return passages;
    }

    private static List<Fact> seal(Document document, Labels labels) {
        Signature signature = document.signature();
        return signature == null
                ? List.of()
                : List.of(
                        new Fact(labels.signedAt(), time(signature.signedAt())),
                        new Fact(labels.signedBy(), signature.signedBy().toString()),
                        new Fact(labels.contentHash(), signature.contentHash()));
    }

    /** To the second, since the order of events counts here. */
    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    private static String stamp(Citation citation) {
        return "[" + clock(citation.startMs()) + "\u2013" + clock(citation.endMs()) + "]";
    }

    private static String clock(long milliseconds) {
        long seconds = milliseconds / 1000;
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
