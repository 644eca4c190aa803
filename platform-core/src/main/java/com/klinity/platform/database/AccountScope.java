package com.klinity.platform.database;

import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;

/** A scope as the core has it. */
public interface AccountScope extends Scope {

    /** A statement on the core's own tables, which features do not reach. */
    Statement coreSql(String text);
}
