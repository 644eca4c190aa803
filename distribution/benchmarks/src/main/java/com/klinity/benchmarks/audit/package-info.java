/** What the audit log takes, and what its hash chain costs. */
@NullMarked
package com.klinity.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
