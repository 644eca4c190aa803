/**
 * What a speech engine is to Klinity: a provider opened once with its settings, and an engine that turns a recording
 * into timed words. Engines are discovered with {@link java.util.ServiceLoader}, each from an adapter module that
 * exports nothing.
 *
 * <p>Nothing here is ever null, neither given nor returned. Times are milliseconds since the first sample of the
 * recording.
 */
@NullMarked
package com.klinity.transcription.spi;

import org.jspecify.annotations.NullMarked;
