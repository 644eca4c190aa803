package com.klinity.platform.spi;

/** What becomes of data once its account is deleted. */
public sealed interface AfterDeletion {

    /** It is removed. */
    record Erased() implements AfterDeletion {}

    /**
     * It stays.
     *
     * @param reason why it must, one sentence that names the rule; shown to the practitioner
     */
    record Kept(String reason) implements AfterDeletion {}
}
