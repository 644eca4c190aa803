/**
 * The built-in drafter: rules, no model. It sorts what was said into the template's sections and cites it; it never writes
 * a word that was not said.
 */
@NullMarked
package com.klinity.documents.drafting;

import org.jspecify.annotations.NullMarked;
