package com.klinity.documents;

import java.util.UUID;

/**
 * Where a draft came from when nobody typed it.
 *
 * @param kind    {@code "transcript"}
 * @param drafter name of the drafter
 */
record Origin(String kind, UUID transcriptId, String drafter) {

    static Origin transcript(UUID transcriptId, String drafter) {
        return new Origin("transcript", transcriptId, drafter);
    }
}
