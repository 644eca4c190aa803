/** The feature itself: routes, table, the job that has recordings transcribed, and the forms a transcript is given in. */
@NullMarked
package com.klinity.transcription;

import org.jspecify.annotations.NullMarked;
