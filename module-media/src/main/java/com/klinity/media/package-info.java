/** The feature itself: routes, table, intake of audio, and the jobs that follow. */
@NullMarked
package com.klinity.media;

import org.jspecify.annotations.NullMarked;
