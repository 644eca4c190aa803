/** Mail jobs, their texts, what was sent to an account, and what it wants to be sent. */
@NullMarked
package com.klinity.notifications;

import org.jspecify.annotations.NullMarked;
