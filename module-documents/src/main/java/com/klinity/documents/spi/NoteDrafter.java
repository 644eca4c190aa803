package com.klinity.documents.spi;

/** Turns what was said into the first draft of a document. Safe for many threads. */
public interface NoteDrafter extends AutoCloseable {

    /**
     * Drafts. May block for as long as a request may take. A thread that is interrupted here stops within about a second
     * with a failure, and whatever a vendor was sent is abandoned: the patient may have withdrawn consent. That this request
     * goes to this drafter is in the audit log before.
     *
     * <p>Keeps nothing of the request after it returns. Every sentence cites at least one utterance of the request, every
     * section is one of the request's; a section about which nothing was said is left out or has no sentences.
     *
     * @throws DraftFailure when there is no draft; nothing is stored then
     */
    Draft draft(DraftRequest request);

    /** Releases what the provider acquired. Called once, after the last draft. Must not throw. */
    @Override
    default void close() {}
}
