/**
 * What feature modules and vendor adapters see of the platform: declarations they make, values they exchange with the
 * core, and nothing that could reach the wire or the database around it.
 *
 * <p>No parameter and no return value is ever null. Unless a type says otherwise its values are immutable and safe for
 * use by many threads.
 */
@NullMarked
package com.klinity.platform.spi;

import org.jspecify.annotations.NullMarked;
