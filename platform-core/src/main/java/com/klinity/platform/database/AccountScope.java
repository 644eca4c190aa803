package com.klinity.platform.database;

import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;

/** A scope as the core has it. */
public interface AccountScope extends Scope {

    /** A statement on the core's own tables, which features do not reach. */
    Statement coreSql(String text);

    /**
     * Makes sure that an entry may be appended beside this transaction: the account may act, and its chain is not held.
     *
     * @throws com.klinity.platform.spi.Refusal when the account may not act
     * @throws IllegalStateException when this transaction has appended to the account's chain itself
     */
    void admitDisclosure();

    /** The same transaction, for the statements of who reaches something else; the platform's alone. */
    Scope reaching(Reach other);

    /**
     * The same of a scope that the platform handed to a feature.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Scope reaching(Scope scope, Reach other) {
        return switch (scope) {
            case AccountScope own -> own.reaching(other);
            case OtherReach view -> view.reaching(other);
            default -> throw new IllegalArgumentException("the scope is not the platform's");
        };
    }
}
