package com.klinity.documents.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Liberation Sans, which comes with PDFBox, embedded in one PDF. For one thread; open until the PDF is saved. */
final class Typeface implements AutoCloseable {

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final byte[] FILE = file();
    private static final float NO_GLYPH = -1;

    private final TrueTypeFont outlines;
    private final CmapLookup glyphs;
    private final PDFont font;
    private final Map<Integer, Float> widths = new HashMap<>();

    Typeface(PDDocument document) throws IOException {
        this.outlines = new TTFParser().parse(new RandomAccessReadBuffer(FILE));
        // Ligatures would take nine tenths of the time.
        outlines.setEnableGsub(false);
        this.glyphs = outlines.getUnicodeCmapLookup();
        this.font = PDType0Font.load(document, outlines, true);
    }

    PDFont font() {
        return font;
    }

    /** The text with a question mark for each character the font does not have, and without invisible ones. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder();
        Characters.composed(text).codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                printable.append(' ');
            } else if (!isInvisible(c)) {
                printable.appendCodePoint(thousandths(c) == NO_GLYPH ? '?' : c);
            }
        });
        return printable.toString();
    }

    /** Width in points of a text that is printable. */
    float width(String printable, float size) {
        float sum = 0;
        for (int at = 0; at < printable.length(); at += Character.charCount(printable.codePointAt(at))) {
            sum += thousandths(printable.codePointAt(at));
        }
        return sum * size / 1000;
    }

    private float thousandths(int character) {
        return widths.computeIfAbsent(character, this::measure);
    }

    private float measure(int character) {
        // Asked first, since a refusal of the font costs a hundred times as much.
        if (glyphs.getGlyphId(character) == 0) {
            return NO_GLYPH;
        }
        try {
            return font.getStringWidth(Character.toString(character));
        } catch (IllegalArgumentException e) {
            return NO_GLYPH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        outlines.close();
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> character >= 0xFE00 && character <= 0xFE0F;
        };
    }

    private static byte[] file() {
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
