package com.klinity.notifications.spi;

/** Hands mail over for delivery. Safe for many threads. */
public interface MailTransport extends AutoCloseable {

    /**
     * Hands one mail over. Blocks, half a minute at most, and honours interruption. A mail whose {@link
     * Mail#idempotencyKey()} was handed over before is not sent again; the answer is then that of the first time.
     *
     * @return the transport's id of the delivery, at most 200 characters
     * @throws MailFailure when the mail was not handed over, or that is not certain
     */
    String send(Mail mail);

    /** Releases what was opened. Called once, after the last mail. Must not throw. */
    @Override
    default void close() {}
}
