package com.klinity.documents;

import org.jspecify.annotations.Nullable;

/**
 * Under what a practitioner is registered.
 *
 * @param council who keeps the register, such as {@code CRM}, {@code CRP} or {@code GMC}
 * @param number  as the register has it
 * @param region  the state or country of the register; null where there is but one
 */
record Registration(String council, String number, @Nullable String region) {

    /** Such as {@code CRM-SP 123456}. */
    String shown() {
        return (region == null ? council : council + "-" + region) + " " + number;
    }
}
