package com.klinity.media.spi;

import java.util.UUID;

/**
 * Where an object lies.
 *
 * @param account whose it is; a store never gives an object out under another account
 * @param id      which one of the account's
 */
public record BlobKey(UUID account, UUID id) {}
