/** What a plug-in that means harm can do to a server that loads it: nothing of what it tries. */
@NullMarked
package com.klinity.distribution.hostile;

import org.jspecify.annotations.NullMarked;
