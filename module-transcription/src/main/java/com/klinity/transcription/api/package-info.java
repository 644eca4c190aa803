/**
 * What later features read of transcripts.
 *
 * <p>No parameter and no return value is ever null.
 */
@NullMarked
package com.klinity.transcription.api;

import org.jspecify.annotations.NullMarked;
