package com.klinity.media.spi;

/**
 * Proof that an object is durable.
 *
 * @param bytes length of the content as it came, from 0
 */
public record BlobReceipt(long bytes) {}
