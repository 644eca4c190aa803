package com.klinity.documents.rendering;

/** Text in one style, on one line. */
record Run(String text, Style style) {}
