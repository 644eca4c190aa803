/** The bucket as a witness: against a real S3 service where there is one, over the wire, and its settings. */
@NullMarked
package com.klinity.audit.s3objectlock;

import org.jspecify.annotations.NullMarked;
