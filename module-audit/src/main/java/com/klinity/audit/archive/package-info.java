/** Takes what the audit log need not keep any longer into files that prove themselves, and out of the database. */
@NullMarked
package com.klinity.audit.archive;

import org.jspecify.annotations.NullMarked;
