/** Takes checkpoints of the audit log and hands them to a witness. */
@NullMarked
package com.klinity.audit.checkpoint;

import org.jspecify.annotations.NullMarked;
