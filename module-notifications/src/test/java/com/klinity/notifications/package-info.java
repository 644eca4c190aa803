/** Mail jobs by themselves, and all of the feature in a running server; the contract that every transport keeps. */
@NullMarked
package com.klinity.notifications;

import org.jspecify.annotations.NullMarked;
