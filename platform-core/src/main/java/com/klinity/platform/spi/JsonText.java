package com.klinity.platform.spi;

/** JSON kept as text on its way to or from a {@code jsonb} column; see {@link Json}. */
public record JsonText(String text) {}
