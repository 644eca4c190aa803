package com.klinity.documents.rendering;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws what every page has, once their number is known: the mark above, the document's id and page number below. */
final class PageFrame {

    private static final float HEADER_Y = PDRectangle.A4.getHeight() - 40;
    private static final float FOOTER_Y = 36;

    private final Sheet sheet;
    private final PDDocument document;
    private final Typeface typeface;

    PageFrame(Sheet sheet, PDDocument document, Typeface typeface) {
        this.sheet = sheet;
        this.document = document;
        this.typeface = typeface;
    }

    void draw() throws IOException {
        int number = 1;
        for (PDPage page : document.getPages()) {
            try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                draw(new Pen(content, typeface), number++ + " / " + document.getNumberOfPages());
            }
        }
    }

    private void draw(Pen pen, String number) throws IOException {
        if (!sheet.mark().isEmpty()) {
            right(pen, new Run(typeface.printable(sheet.mark()), Style.MARK), HEADER_Y);
        }
        pen.draw(List.of(new Run(sheet.id().toString(), Style.SMALL)), PageWriter.MARGIN, FOOTER_Y);
        right(pen, new Run(number, Style.SMALL), FOOTER_Y);
    }

    private void right(Pen pen, Run run, float y) throws IOException {
        float width = typeface.width(run.text(), run.style().size());
        pen.draw(List.of(run), PageWriter.MARGIN + PageWriter.WIDTH - width, y);
    }
}
