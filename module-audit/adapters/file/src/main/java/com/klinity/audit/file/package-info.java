/** A witness that is a folder. */
@NullMarked
package com.klinity.audit.file;

import org.jspecify.annotations.NullMarked;
