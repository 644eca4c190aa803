package com.klinity.documents.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font's file in memory, and what is asked of it most. Read when it is first needed. Safe for many threads. */
final class LoadedFont {

    private static final ConcurrentMap<FontFile, LoadedFont> LOADED = new ConcurrentHashMap<>();

    private final byte[] file;
    private final CmapLookup glyphs;
    private final TrueTypeFont outlines;
    private final int unitsPerEm;

    private LoadedFont(byte[] file) throws IOException {
        this.file = file;
        this.outlines = parsed(file);
        // Read now, while nobody else is here: later only what is in memory is asked for.
        this.outlines.getHorizontalMetrics();
        this.unitsPerEm = outlines.getUnitsPerEm();
        this.glyphs = outlines.getUnicodeCmapLookup();
    }

    static LoadedFont of(FontFile font) {
        return LOADED.computeIfAbsent(font, LoadedFont::load);
    }

    private static LoadedFont load(FontFile font) {
        try (InputStream in = Objects.requireNonNull(font.read(), font.name())) {
            return new LoadedFont(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0 for none. */
    int glyph(int character) {
        return glyphs.getGlyphId(character);
    }

    /** Of a glyph, in thousandths of the size. */
    int thousandths(int glyph) {
        try {
            return outlines.getAdvanceWidth(glyph) * 1000 / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrueTypeFont open() throws IOException {
        return parsed(file);
    }

    private static TrueTypeFont parsed(byte[] file) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        // Ligatures would take nine tenths of the time.
        font.setEnableGsub(false);
        return font;
    }
}
