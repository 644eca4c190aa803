package com.klinity.billing.spi;

/**
 * What a practitioner can subscribe to.
 *
 * @param key  stable name
 * @param name what people call it
 */
public record Plan(String key, String name) {}
