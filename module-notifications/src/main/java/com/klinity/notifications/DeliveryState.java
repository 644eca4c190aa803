package com.klinity.notifications;

/** What became of a notification. */
enum DeliveryState {
    /** Handed over to the mail transport. */
    SENT,
    /** The account does not want this kind. */
    SKIPPED,
    /** Not handed over: no address is known, or the transport refused for good. */
    FAILED
}
