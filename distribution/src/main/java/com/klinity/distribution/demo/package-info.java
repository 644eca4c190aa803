/** The demonstration: the whole main job on the sample consultation, through the public API. */
@NullMarked
package com.klinity.distribution.demo;

import org.jspecify.annotations.NullMarked;
