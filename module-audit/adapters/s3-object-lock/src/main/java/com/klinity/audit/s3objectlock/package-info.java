/** A witness that is a bucket with Object Lock. */
@NullMarked
package com.klinity.audit.s3objectlock;

import org.jspecify.annotations.NullMarked;
