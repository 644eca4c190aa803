package com.klinity.documents.rendering;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one PDF, of each what is used embedded. For one thread; open until the PDF is saved. */
final class Typeface implements AutoCloseable {

    private final PDDocument document;
    private final Map<FontFile, PDFont> fonts = new EnumMap<>(FontFile.class);
    private final Map<FontFile, TrueTypeFont> outlines = new EnumMap<>(FontFile.class);

    Typeface(PDDocument document) {
        this.document = document;
    }

    PDFont font(FontFile file) throws IOException {
        PDFont known = fonts.get(file);
        if (known != null) {
            return known;
        }
        TrueTypeFont opened = file.open();
        outlines.put(file, opened);
        PDFont font = PDType0Font.load(document, opened, true);
        fonts.put(file, font);
        return font;
    }

    @Override
    public void close() throws IOException {
        for (TrueTypeFont opened : outlines.values()) {
            opened.close();
        }
    }
}
