/** The contract of identity providers, told by what their users can and cannot do at a running server. */
@NullMarked
package com.klinity.identity.testkit;

import org.jspecify.annotations.NullMarked;
