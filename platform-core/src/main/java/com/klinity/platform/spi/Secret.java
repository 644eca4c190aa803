package com.klinity.platform.spi;

/** A value that must not be printed. Only {@link #reveal()} gives it out. */
public record Secret(String reveal) {

    /** Always {@code •••}. */
    @Override
    public String toString() {
        return "•••";
    }
}
