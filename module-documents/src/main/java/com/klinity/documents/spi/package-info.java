/**
 * What a drafter adapter implements: a transcript and a template's sections in, sentences with citations out.
 *
 * <p>No parameter and no return value is ever null. Values are immutable and safe for use by many threads.
 */
@NullMarked
package com.klinity.documents.spi;

import org.jspecify.annotations.NullMarked;
