package com.klinity.platform.spi;

/** The request methods (RFC 9110 §9) that routes may declare; every other one is refused. */
public enum Method {
    /** Safe and without a body. */
    GET,
    /** Creates or triggers. */
    POST,
    /** Replaces. */
    PUT,
    /** Changes by a JSON Merge Patch (RFC 7396). */
    PATCH,
    /** Removes. */
    DELETE
}
