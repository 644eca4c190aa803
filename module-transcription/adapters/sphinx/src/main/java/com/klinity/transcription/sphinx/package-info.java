/**
 * Speech recognition with Sphinx-4. A recording is decoded and resampled as it streams by, cut at silences
 * into segments, and each segment is decoded by one of a few recognizers.
 */
@NullMarked
package com.klinity.transcription.sphinx;

import org.jspecify.annotations.NullMarked;
