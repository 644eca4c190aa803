package com.klinity.distribution.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the demonstration records.
 *
 * @param audio a WAV file
 * @param text  what is said in it, when that is known
 */
record Recording(Path audio, Optional<Path> text) {}
