package com.klinity.platform.spi;

/**
 * Something that a feature, or a vendor behind it, holds of an account outside the database. Named in the report that
 * answers an account's deletion.
 */
public sealed interface OutsideData {

    /** What people call it, such as {@code "Audio of recordings"}; unique in its feature, also among its kinds of data. */
    String name();

    /** Whether it is protected health information (45 CFR §160.103). */
    boolean phi();

    /** Where it is, the vendor's {@link Vendor#legalName()}. */
    String holder();

    /**
     * Removed when the account is deleted.
     *
     * @param eraser removes it
     */
    record Removable(String name, boolean phi, String holder, Eraser eraser) implements OutsideData {}

    /**
     * Out of reach, so it stays where it is.
     *
     * @param reason why, one sentence; shown to the practitioner
     */
    record Remaining(String name, boolean phi, String holder, String reason) implements OutsideData {}
}
