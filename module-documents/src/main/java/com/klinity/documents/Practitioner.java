package com.klinity.documents;

import com.klinity.platform.spi.Rules;

/**
 * Who signs.
 *
 * @param name as it stands on paper
 */
record Practitioner(String name, Registration registration) {

    /** Adds a fault for each member that paper cannot show. Reads fonts. */
    void check(Rules rules) {
        Paper.check(rules, "/name", name);
        Paper.check(rules, "/registration/council", registration.council());
        Paper.check(rules, "/registration/number", registration.number());
        if (registration.region() != null) {
            Paper.check(rules, "/registration/region", registration.region());
        }
    }

    /** On one line. */
    String shown() {
        return name + ", " + registration.shown();
    }
}
