/** PostgreSQL: connections, migrations, checks at start, and the only ways to a table. */
@NullMarked
package com.klinity.platform.database;

import org.jspecify.annotations.NullMarked;
