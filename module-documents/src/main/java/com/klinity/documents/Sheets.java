package com.klinity.documents;

import com.klinity.documents.rendering.Sheet;
import com.klinity.documents.rendering.Sheet.Fact;
import com.klinity.documents.rendering.Sheet.Part;
import com.klinity.documents.rendering.Sheet.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays a document out on paper. */
final class Sheets {

    private Sheets() {}

    static Sheet of(Document document, Header header, Times times) {
        Labels labels = Labels.of(document.template().language());
        return new Sheet(
                document.id(),
                document.template().language(),
                document.title(),
                subject(header, times),
                document.signature() == null ? labels.draft() : "",
                facts(document, header, labels, times),
                document.sections().stream().map(Sheets::part).toList(),
                seal(document, header, labels, times),
                document.addenda().stream()
                        .map(addendum -> part(addendum, labels, times))
                        .toList());
    }

    /** Whose page it is, should it lie alone. */
    private static String subject(Header header, Times times) {
        return header.patientBirthDate() == null
                ? header.patientName()
                : header.patientName() + ", " + times.date(header.patientBirthDate());
    }

    private static List<Fact> facts(Document document, Header header, Labels labels, Times times) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(labels.patient(), header.patientName()));
        if (header.patientBirthDate() != null) {
            facts.add(new Fact(labels.birthDate(), times.date(header.patientBirthDate())));
        }
        if (header.patientExternalId() != null) {
            facts.add(new Fact(labels.externalId(), header.patientExternalId()));
        }
        facts.add(new Fact(labels.appointment(), times.time(header.appointmentStartsAt())));
        facts.add(new Fact(
                labels.template(),
                document.template().name() + " (" + document.template().version() + ")"));
        if (document.origin() != null) {
            facts.add(new Fact(
                    labels.drafted(),
                    labels.byMachine() + " (" + document.origin().drafter() + ")"));
        }
        return facts;
    }

    private static Part part(Section section) {
        return new Part(section.title(), passages(section), List.of());
    }

    private static Part part(Addendum addendum, Labels labels, Times times) {
        return new Part(
                labels.addendum() + ", " + times.time(addendum.addedAt()),
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

    private static List<Fact> seal(Document document, Header header, Labels labels, Times times) {
        Signature signature = document.signature();
        return signature == null
                ? List.of()
                : List.of(
                        new Fact(labels.signedAt(), times.second(signature.signedAt())),
                        new Fact(labels.signedBy(), signer(signature, header, labels)),
                        new Fact(labels.contentHash(), signature.contentHash()));
    }

    /** What was signed before names were kept has the account alone. */
    private static String signer(Signature signature, Header header, Labels labels) {
        if (header.practitioner() != null) {
            return header.practitioner().shown();
        }
        return header.timeZone() == null ? signature.signedBy().toString() : labels.nobodyNamed();
    }

    private static String stamp(Citation citation) {
        return "[" + clock(citation.startMs()) + "\u2013" + clock(citation.endMs()) + "]";
    }

    private static String clock(long milliseconds) {
        long seconds = milliseconds / 1000;
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
