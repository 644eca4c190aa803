package com.klinity.documents.rendering;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws lines on one page. */
record Pen(PDPageContentStream page, Typeface typeface) {

    /** The stroke that makes a bold weight of a regular one, as a share of the size. */
    private static final float BOLD_STROKE = 0.028f;

    void draw(Line line, float x, float y) throws IOException {
        page.beginText();
        page.newLineAtOffset(x, y);
        float at = 0;
        for (Line.Piece piece : line.inReadingOrder()) {
            page.newLineAtOffset(piece.offset() - at, 0);
            at = piece.offset();
            set(piece);
            page.showText(piece.text());
        }
        page.endText();
    }

    private void set(Line.Piece piece) throws IOException {
        Style style = piece.style();
        page.setFont(typeface.font(piece.font()), style.size());
        page.setNonStrokingColor(style.grey());
        page.setStrokingColor(style.grey());
        page.setLineWidth(style.size() * BOLD_STROKE);
        page.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    }
}
