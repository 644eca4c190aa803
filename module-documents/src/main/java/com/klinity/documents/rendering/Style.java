package com.klinity.documents.rendering;

/**
 * How text is set.
 *
 * @param size in points
 * @param bold drawn with an outline, since the font has one weight
 * @param grey 0 for black to 1 for white
 */
record Style(float size, boolean bold, float grey) {

    static final Style TITLE = new Style(18, true, 0);
    static final Style HEADING = new Style(12, true, 0.15f);
    static final Style TEXT = new Style(10.5f, false, 0);
    static final Style LABEL = new Style(9.5f, false, 0.4f);
    static final Style FACT = new Style(9.5f, false, 0);
    static final Style SMALL = new Style(7, false, 0.45f);
    static final Style SUBJECT = new Style(8, false, 0.25f);
    static final Style MARK = new Style(10, true, 0.35f);

    float lineHeight() {
        return size * 1.4f;
    }
}
