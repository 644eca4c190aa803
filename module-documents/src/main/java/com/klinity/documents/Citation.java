package com.klinity.documents;

import java.util.UUID;

/**
 * Where in a transcript a sentence comes from.
 *
 * @param utterance the utterance's number in the transcript
 * @param startMs   milliseconds from the start of the recording
 * @param endMs     milliseconds from the start of the recording
 */
record Citation(UUID transcriptId, int utterance, long startMs, long endMs) {}
