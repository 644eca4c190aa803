/** The export of an audit log against what its database can do alone. */
@NullMarked
package com.klinity.benchmarks.export;

import org.jspecify.annotations.NullMarked;
