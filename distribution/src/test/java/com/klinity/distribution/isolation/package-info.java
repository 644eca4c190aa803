/** The isolation matrix over all features and the adapters of the evaluation mode together. */
@NullMarked
package com.klinity.distribution.isolation;

import org.jspecify.annotations.NullMarked;
