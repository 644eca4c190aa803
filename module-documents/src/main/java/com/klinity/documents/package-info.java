/** Documents and templates: routes, tables and the records that travel between them. */
@NullMarked
package com.klinity.documents;

import org.jspecify.annotations.NullMarked;
