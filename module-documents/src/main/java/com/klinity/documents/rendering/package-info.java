/** Prints a sheet of paper, whatever is on it, as PDF and as Markdown. */
@NullMarked
package com.klinity.documents.rendering;

import org.jspecify.annotations.NullMarked;
