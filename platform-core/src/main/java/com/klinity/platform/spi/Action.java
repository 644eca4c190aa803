package com.klinity.platform.spi;

/** What is done to a resource, as the audit log names it (45 CFR §164.312(b)). */
public enum Action {
    /** A new resource. */
    CREATE,
    /** One or many resources, looked at. */
    READ,
    /** A change. */
    UPDATE,
    /** Gone for good. */
    DELETE,
    /** A document locked with its content hash. */
    SIGN,
    /** Taken out in bulk. */
    EXPORT,
    /** Handed to a sub-processor or an engine. */
    DISCLOSE,
    /** Access ended or restored. */
    REVOKE
}
