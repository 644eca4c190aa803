/** A mail transport that delivers into a folder of this server. */
@NullMarked
package com.klinity.notifications.mailbox;

import org.jspecify.annotations.NullMarked;
