/** What the feature promises, against a running server with an engine that does as it is told. */
@NullMarked
package com.klinity.transcription;

import org.jspecify.annotations.NullMarked;
