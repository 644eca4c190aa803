package com.klinity.audit.verification;

import com.klinity.audit.verification.CheckpointDocument.Head;

/**
 * A head, and the checkpoint that has it.
 *
 * @param checkpoint its number
 * @param taken      when it was taken, as text of the log's form
 * @param head       the end of a chain at that time
 */
record Witnessed(long checkpoint, String taken, Head head) {

    long sequence() {
        return head.sequence();
    }
}
