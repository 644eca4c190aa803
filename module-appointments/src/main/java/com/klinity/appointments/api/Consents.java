package com.klinity.appointments.api;

import com.klinity.platform.spi.Scope;
import java.util.UUID;

/**
 * Whether a patient agrees. Each of these is one query and blocks for it. Safe for many threads, each with a scope of its
 * own.
 *
 * <p>Where something is written that rests on the answer, {@code hold} is true: the answer then holds until the transaction
 * ends, and a withdrawal waits for it. Such a call comes before any other lock of the transaction, because a withdrawal
 * takes the appointment first.
 */
public interface Consents {

    /**
     * The table of which {@link com.klinity.platform.spi.Changes} tell, by an appointment's id, when the consent to it or its
     * status changes.
     */
    String TOLD_BY = "appointments.appointments";

    /**
     * Goes on only where a recording may be made.
     *
     * @throws com.klinity.platform.spi.Refusal 404 when there is no such appointment, 409 {@code consent-missing}, 409
     *     {@code appointment-cancelled}
     */
    void requireRecording(Scope scope, UUID appointment, boolean hold);

    /**
     * Goes on only where audio may be worked on that is there already.
     *
     * @throws com.klinity.platform.spi.Refusal 404 when there is no such appointment, 409 {@code consent-missing}
     */
    void requireProcessing(Scope scope, UUID appointment, boolean hold);

    /**
     * Goes on only where a machine may draft from what was said.
     *
     * @throws com.klinity.platform.spi.Refusal 404 when there is no such appointment, 409 {@code consent-missing}, 409
     *     {@code ai-refused}
     */
    void requireDrafting(Scope scope, UUID appointment, boolean hold);

    /** Whether consent is given and not withdrawn; false when there is no such appointment. */
    boolean given(Scope scope, UUID appointment);
}
