/** The mailbox folder keeps the transports' contract, and what else a folder must do. */
@NullMarked
package com.klinity.notifications.mailbox;

import org.jspecify.annotations.NullMarked;
