package com.klinity.platform.security;

/** What is known of an issuer's keys. */
public enum IssuerKeys {
    /** No token has asked for one so far. */
    UNASKED,
    /** The last read brought them. */
    GOOD,
    /** They cannot be read any more; the last ones are good for a bounded time. */
    KEPT,
    /** There are none to judge a token by. */
    NONE
}
