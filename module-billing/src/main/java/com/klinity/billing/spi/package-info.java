/** What adapters of payment providers implement. Nothing here can name a patient. */
@NullMarked
package com.klinity.billing.spi;

import org.jspecify.annotations.NullMarked;
