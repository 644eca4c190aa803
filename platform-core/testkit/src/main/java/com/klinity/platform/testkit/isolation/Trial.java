package com.klinity.platform.testkit.isolation;

/** One way in which an account may try to reach another one through a route. */
interface Trial {

    /** Where the other account's value stands, in words. */
    String place();

    /** Tries it. Fails with an {@link AssertionError}. */
    void run(Arena arena);
}
