/** What the text of a statement means, as far as features may write it. */
@NullMarked
package com.klinity.platform.database.statement;

import org.jspecify.annotations.NullMarked;
