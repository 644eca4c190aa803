/** The contract that every mail transport's test extends. */
@NullMarked
package com.klinity.notifications.testkit;

import org.jspecify.annotations.NullMarked;
