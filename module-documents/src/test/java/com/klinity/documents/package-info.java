/** Documents as practitioners meet them: over HTTP, on a server of their own. */
@NullMarked
package com.klinity.documents;

import org.jspecify.annotations.NullMarked;
