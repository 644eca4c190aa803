package com.klinity.documents.rendering;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes lines down the pages of a PDF and begins a new page when one is full. */
final class PageWriter implements AutoCloseable {

    static final float MARGIN = 56;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN - 12;
    private static final float BOTTOM = MARGIN + 14;

    private final PDDocument document;
    private final Typeface typeface;
    private PDPageContentStream page;
    private float y = TOP;

    PageWriter(PDDocument document, Typeface typeface) throws IOException {
        this.document = document;
        this.typeface = typeface;
        this.page = newPage();
    }

    /**
     * Begins a new page unless that much height is left.
     *
     * @throws TooLongToPrint when that would be a page too many
     */
    void keepTogether(float height) throws IOException {
        if (y - height < BOTTOM) {
            if (document.getNumberOfPages() == TooLongToPrint.MOST_PAGES) {
                throw new TooLongToPrint();
            }
            page.close();
            page = newPage();
            y = TOP;
        }
    }

    void gap(float height) {
        y = y == TOP ? y : y - height;
    }

    /** A thin line across the page. */
    void rule() throws IOException {
        page.setLineWidth(0.5f);
        page.setStrokingColor(0.6f);
        page.moveTo(MARGIN, y);
        page.lineTo(MARGIN + WIDTH, y);
        page.stroke();
    }

    /** From the side where its writing begins. */
    void paragraph(List<Run> runs) throws IOException {
        for (Line line : LineBreaker.lines(runs, WIDTH)) {
            down(line.height());
            draw(line, line.rightToLeft() ? MARGIN + WIDTH - line.width() : MARGIN);
        }
    }

    /** A label with its value beside it. */
    void pair(Run label, Run value, float indent) throws IOException {
        keepTogether(value.style().lineHeight());
        float before = y;
        y -= value.style().lineHeight();
        for (Line line : LineBreaker.lines(List.of(label), WIDTH)) {
            draw(line, MARGIN);
        }
        y = before;
        for (Line line : LineBreaker.lines(List.of(value), WIDTH - indent)) {
            down(line.height());
            draw(line, MARGIN + indent);
        }
    }

    private void down(float height) throws IOException {
        keepTogether(height);
        y -= height;
    }

    private void draw(Line line, float x) throws IOException {
        new Pen(page, typeface).draw(line, x, y);
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        return new PDPageContentStream(document, next);
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
