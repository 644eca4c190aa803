package com.klinity.documents.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that papers are set in: Liberation Sans, and for what it does not have the others. Each is read when it is
 * first needed and then stays. Safe for many threads.
 */
enum FontFile {
    /** Latin, Greek, Cyrillic and Hebrew; comes with PDFBox. */
    LIBERATION(PDDocument.class, "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
    /** Arabic, Armenian, Georgian, signs. */
    DEJAVU(FontFile.class, "fonts/DejaVuSans.ttf"),
    /** Many more scripts and signs. */
    KURINTO(FontFile.class, "fonts/KurintoSans-Rg.ttf"),
    /** Japanese and traditional Chinese. */
    NOTO_HK(FontFile.class, "fonts/NotoSansHK-Regular.ttf");

    private static final List<FontFile> USUAL = List.of(LIBERATION, DEJAVU, KURINTO, NOTO_HK);
    private static final List<FontFile> EAST_ASIAN = List.of(LIBERATION, NOTO_HK, KURINTO, DEJAVU);

    /** Wider ones would make a paper longer than is promised when its text is accepted. */
    private static final int WIDEST_THOUSANDTHS = 1340;

    private final Class<?> owner;
    private final String resource;
    private volatile @Nullable Loaded loaded;

    /** A font's bytes, and what is asked of it most. */
    private record Loaded(Bytes file, CmapLookup glyphs, TrueTypeFont outlines) {}

    /** Bytes that nobody changes. */
    private record Bytes(byte[] bytes) {}

    FontFile(Class<?> owner, String resource) {
        this.owner = owner;
        this.resource = resource;
    }

    /** In the order in which they are asked for a character. */
    static List<FontFile> thatMayHave(int character) {
        return Scripts.isEastAsian(character) ? EAST_ASIAN : USUAL;
    }

    /** Whether it draws a character, and not too wide for the line that is counted on. */
    boolean has(int character) {
        int glyph = loaded().glyphs.getGlyphId(character);
        return glyph != 0 && width(glyph) <= WIDEST_THOUSANDTHS;
    }

    /** Advance of a character that it has, in thousandths of the size. */
    int thousandths(int character) {
        return width(loaded().glyphs.getGlyphId(character));
    }

    /** The font anew, for one document and thread, which close it. */
    TrueTypeFont open() throws IOException {
        return parsed(loaded().file.bytes);
    }

    private int width(int glyph) {
        TrueTypeFont outlines = loaded().outlines;
        try {
            return outlines.getAdvanceWidth(glyph) * 1000 / outlines.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Loaded loaded() {
        Loaded known = loaded;
        return known == null ? load() : known;
    }

    private synchronized Loaded load() {
        Loaded known = loaded;
        if (known == null) {
            try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(resource), resource)) {
                byte[] file = in.readAllBytes();
                TrueTypeFont font = parsed(file);
                // Read now, while nobody else is here: later only what is in memory is asked for.
                font.getHorizontalMetrics();
                font.getHeader();
                known = new Loaded(new Bytes(file), font.getUnicodeCmapLookup(), font);
                loaded = known;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return known;
    }

    private static TrueTypeFont parsed(byte[] file) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        // Ligatures would take nine tenths of the time.
        font.setEnableGsub(false);
        return font;
    }
}
