package com.klinity.documents.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The fonts that papers are set in: Liberation Sans, and for what it does not have the others. */
enum FontFile {
    /** Latin, Greek, Cyrillic and Hebrew; comes with PDFBox. */
    LIBERATION(PDDocument.class, "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
    /** Arabic, Armenian, Georgian, signs. */
    DEJAVU(FontFile.class, "fonts/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf"),
    /** Many more scripts and signs. */
    KURINTO(FontFile.class, "fonts/fonts/ttf/Kurinto/KurintoSans-Rg.ttf"),
    /** Japanese and traditional Chinese. */
    NOTO_HK(FontFile.class, "fonts/fonts/ttf/NotoSansHK/NotoSansHK-Regular.ttf");

    private static final List<FontFile> USUAL = List.of(LIBERATION, DEJAVU, KURINTO, NOTO_HK);
    private static final List<FontFile> EAST_ASIAN = List.of(LIBERATION, NOTO_HK, KURINTO, DEJAVU);

    /** Wider ones would make a paper longer than is promised when its text is accepted. */
    private static final int WIDEST_THOUSANDTHS = 1340;

    private final Class<?> owner;
    private final String resource;

    FontFile(Class<?> owner, String resource) {
        this.owner = owner;
        this.resource = resource;
    }

    /** In the order in which they are asked for a character. */
    static List<FontFile> thatMayHave(int character) {
        return Scripts.isEastAsian(character) ? EAST_ASIAN : USUAL;
    }

    @Nullable
    InputStream read() {
        return owner.getResourceAsStream(resource);
    }

    /** Whether it draws a character, and not too wide for the line that is counted on. */
    boolean has(int character) {
        LoadedFont font = LoadedFont.of(this);
        int glyph = font.glyph(character);
        return glyph != 0 && font.thousandths(glyph) <= WIDEST_THOUSANDTHS;
    }

    /** Advance of a character that it has, in thousandths of the size. */
    int thousandths(int character) {
        LoadedFont font = LoadedFont.of(this);
        return font.thousandths(font.glyph(character));
    }

    /** The font anew, for one document and thread, which close it. */
    TrueTypeFont open() throws IOException {
        return LoadedFont.of(this).open();
    }
}
