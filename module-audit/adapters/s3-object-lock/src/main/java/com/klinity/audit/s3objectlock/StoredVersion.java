package com.klinity.audit.s3objectlock;

import java.time.Instant;

/**
 * One version of an object, as a listing has it.
 *
 * @param key    the object's name
 * @param id     the version's
 * @param bytes  its length
 * @param stored when, by the store's clock
 */
record StoredVersion(String key, String id, long bytes, Instant stored) {}
