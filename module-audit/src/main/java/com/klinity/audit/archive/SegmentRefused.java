package com.klinity.audit.archive;

/** A part of a log cannot be archived; it stays in the database. The message says why, for the deployer. */
final class SegmentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SegmentRefused(String message) {
        super(message);
    }
}
