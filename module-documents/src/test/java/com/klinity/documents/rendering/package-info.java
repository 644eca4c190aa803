/** Paper, as it comes out. */
@NullMarked
package com.klinity.documents.rendering;

import org.jspecify.annotations.NullMarked;
