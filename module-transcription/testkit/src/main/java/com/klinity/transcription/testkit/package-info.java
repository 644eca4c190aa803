/** The contract of transcription engines, and what it needs. */
@NullMarked
package com.klinity.transcription.testkit;

import org.jspecify.annotations.NullMarked;
