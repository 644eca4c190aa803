/** The folder as a witness, and its settings. */
@NullMarked
package com.klinity.audit.file;

import org.jspecify.annotations.NullMarked;
