package com.klinity.documents.rendering;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws runs of printable text on one page. */
record Pen(PDPageContentStream page, Typeface typeface) {

    /** The stroke that makes a bold weight of a regular one, as a share of the size. */
    private static final float BOLD_STROKE = 0.028f;

    void draw(List<Run> line, float x, float y) throws IOException {
        page.beginText();
        page.newLineAtOffset(x, y);
        for (Run run : line) {
            set(run.style());
            page.showText(run.text());
        }
        page.endText();
    }

    private void set(Style style) throws IOException {
        page.setFont(typeface.font(), style.size());
        page.setNonStrokingColor(style.grey());
        page.setStrokingColor(style.grey());
        page.setLineWidth(style.size() * BOLD_STROKE);
        page.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    }
}
