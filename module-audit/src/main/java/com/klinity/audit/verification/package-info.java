/** The hash chain of the audit log and its check, for a running server and for an exported file alike. */
@NullMarked
package com.klinity.audit.verification;

import org.jspecify.annotations.NullMarked;
