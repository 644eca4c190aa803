package com.klinity.identity.local;

import java.util.Map;

/**
 * A mail to be sent.
 *
 * @param kind   which text
 * @param locale BCP 47 tag; the nearest language there is will be used
 * @param values what the text leaves open
 */
record MailOrder(String kind, String to, String locale, Map<String, String> values) {

    MailOrder {
        values = Map.copyOf(values);
    }

    @Override
    public String toString() {
        return "MailOrder[" + kind + "]";
    }
}
