package com.klinity.platform.spi;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON Pointer (RFC 6901) to the field
 * @param detail  what it must be; never the value itself
 */
public record FieldError(String pointer, String detail) {}
