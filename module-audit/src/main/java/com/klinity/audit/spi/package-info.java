/** What an adapter implements that witnesses the audit log. */
@NullMarked
package com.klinity.audit.spi;

import org.jspecify.annotations.NullMarked;
