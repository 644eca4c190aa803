package com.klinity.platform.spi;

import java.util.Map;
import java.util.UUID;

/**
 * One account's data inside one transaction. There is no other way to a table. Every statement sees and changes rows of
 * this account only: row-level security is set to it, whatever the statement says.
 *
 * <p>Used by one thread, and not after the handler has returned.
 */
public interface Scope {

    /** The account, the verified token's {@code sub}. */
    UUID account();

    /** A statement with named parameters ({@code :name}). Each text is parsed once and remembered, so keep it constant. */
    Statement sql(String text);

    /**
     * Leaves work to be done after the commit, and only then.
     *
     * @param topic   the {@link JobType} that does it
     * @param subject what it is about, such as a transcript's id
     * @return the job's id
     */
    UUID enqueue(String topic, UUID subject);

    /**
     * Takes back work that {@link #enqueue} left about this subject. From the commit on nobody begins it, and a run that
     * is under way can write nothing more and is interrupted within seconds.
     */
    void withdraw(String topic, UUID subject);

    /**
     * One more audit entry, in this transaction, for something beside the route's own.
     *
     * @param details never protected health information
     */
    void audit(Touch touch, Map<String, String> details);
}
