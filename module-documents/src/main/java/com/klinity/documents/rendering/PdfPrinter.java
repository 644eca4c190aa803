package com.klinity.documents.rendering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Prints a sheet as PDF: A4, fonts embedded, the patient and page numbers on every page. What no font has must not be on
 * the sheet, see {@link Printable}. The same sheet gives the same bytes. The file's metadata hold the
 * title and nothing else of the sheet.
 */
public final class PdfPrinter {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final float VALUE_INDENT = 110;

    private final Sheet sheet;
    private final PageWriter pages;

    private PdfPrinter(Sheet sheet, PageWriter pages) {
        this.sheet = sheet;
        this.pages = pages;
    }

    /**
     * The file. Takes some ten milliseconds of processor time, and a millisecond a page.
     *
     * @throws TooLongToPrint when it would have too many pages
     * @throws NotPrintable when a character of it cannot be shown
     */
    public static byte[] print(Sheet sheet) {
        try (PDDocument document = new PDDocument();
                Typeface typeface = new Typeface(document)) {
            try (PageWriter pages = new PageWriter(document, typeface)) {
                new PdfPrinter(sheet, pages).body();
            }
            new PageFrame(sheet, document, typeface).draw();
            describe(document, sheet);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, Sheet sheet) {
        document.getDocumentInformation().setTitle(sheet.title());
        document.getDocumentCatalog().setLanguage(sheet.language());
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        // Otherwise the file's id is made from the time of day.
        document.setDocumentId(sheet.id().getMostSignificantBits() ^ sheet.id().getLeastSignificantBits());
    }

    private void body() throws IOException {
        pages.paragraph(List.of(new Run(sheet.title(), Style.TITLE)));
        pages.gap(8);
        facts(sheet.facts());
        pages.gap(6);
        pages.rule();
        for (Sheet.Part part : sheet.parts()) {
            part(part);
        }
        seal();
        for (Sheet.Part addendum : sheet.addenda()) {
            part(addendum);
        }
    }

    private void part(Sheet.Part part) throws IOException {
        pages.gap(12);
        pages.keepTogether(Style.HEADING.lineHeight() + 2 * Style.TEXT.lineHeight());
        pages.paragraph(List.of(new Run(part.title(), Style.HEADING)));
        pages.gap(2);
        for (List<Run> paragraph : paragraphs(part.passages())) {
            pages.paragraph(paragraph);
        }
        facts(part.facts());
    }

    private void seal() throws IOException {
        if (!sheet.seal().isEmpty()) {
            pages.gap(20);
            pages.keepTogether(sheet.seal().size() * Style.FACT.lineHeight() + 8);
            pages.rule();
            pages.gap(4);
            facts(sheet.seal());
        }
    }

    private void facts(List<Sheet.Fact> facts) throws IOException {
        for (Sheet.Fact fact : facts) {
            pages.pair(new Run(fact.label(), Style.LABEL), new Run(fact.value(), Style.FACT), VALUE_INDENT);
        }
    }

    /** Cut at line breaks; citations stay with the text before them. */
    private static List<List<Run>> paragraphs(List<Sheet.Passage> passages) {
        List<List<Run>> paragraphs = new ArrayList<>();
        List<Run> current = new ArrayList<>();
        for (Sheet.Passage passage : passages) {
            String[] lines = LINE_BREAK.split(passage.text(), -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    paragraphs.add(current);
                    current = new ArrayList<>();
                }
                current.add(new Run(lines[i], Style.TEXT));
            }
            for (String stamp : passage.stamps()) {
                current.add(new Run(" " + stamp, Style.SMALL));
            }
        }
        paragraphs.add(current);
        return paragraphs;
    }
}
