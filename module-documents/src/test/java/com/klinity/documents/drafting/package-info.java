/** What the built-in drafter makes of consultations. */
@NullMarked
package com.klinity.documents.drafting;

import org.jspecify.annotations.NullMarked;
