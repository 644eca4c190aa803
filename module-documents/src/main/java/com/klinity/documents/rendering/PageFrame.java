package com.klinity.documents.rendering;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws what every page has, once their number is known: the patient and the mark above, the document's id and
 * page number below. */
final class PageFrame {

    private static final float HEADER_Y = PDRectangle.A4.getHeight() - 40;
    private static final float FOOTER_Y = 36;
    private static final float SUBJECT_WIDTH = 300;

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
            right(pen, new Run(sheet.mark(), Style.MARK), HEADER_Y);
        }
        List<Line> subject = LineBreaker.lines(List.of(new Run(sheet.subject(), Style.SUBJECT)), SUBJECT_WIDTH);
        for (int i = 0; i < subject.size(); i++) {
            float y = HEADER_Y + (subject.size() - 1 - i) * Style.SUBJECT.lineHeight();
            pen.draw(subject.get(i), PageWriter.MARGIN, y);
        }
        pen.draw(line(new Run(sheet.id().toString(), Style.SMALL)), PageWriter.MARGIN, FOOTER_Y);
        right(pen, new Run(number, Style.SMALL), FOOTER_Y);
    }

    private static void right(Pen pen, Run run, float y) throws IOException {
        Line line = line(run);
        pen.draw(line, PageWriter.MARGIN + PageWriter.WIDTH - line.width(), y);
    }

    private static Line line(Run run) {
        return LineBreaker.lines(List.of(run), Float.MAX_VALUE).getFirst();
    }
}
