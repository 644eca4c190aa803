/** What a mail transport implements. */
@NullMarked
package com.klinity.notifications.spi;

import org.jspecify.annotations.NullMarked;
