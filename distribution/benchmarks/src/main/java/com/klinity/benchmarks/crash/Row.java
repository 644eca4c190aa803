package com.klinity.benchmarks.crash;

import java.util.UUID;

/**
 * A patient or an appointment, as it is in the database or as it must be.
 *
 * @param account whose
 * @param kind    which of the two
 * @param id      its own
 * @param patient the appointment's patient; a patient's own id
 * @param mark    the text of the last write to it, which no other write has
 * @param version from 1, one more with each change
 */
record Row(UUID account, Kind kind, UUID id, UUID patient, String mark, long version) {

    Row changed(String newMark) {
        return new Row(account, kind, id, patient, newMark, version + 1);
    }

    @Override
    public String toString() {
        return "%s %s '%s' version %d".formatted(kind.resource(), id, mark, version);
    }
}
