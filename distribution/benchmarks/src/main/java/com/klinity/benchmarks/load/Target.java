package com.klinity.benchmarks.load;

import java.util.UUID;

/**
 * What is read: a patient, by its practitioner.
 *
 * @param account the practitioner's
 * @param patient the one to read
 * @param token   the practitioner's access token
 */
public record Target(UUID account, UUID patient, String token) {

    /** The resource. */
    public String path() {
        return "/v1/patients/" + patient;
    }

    @Override
    public String toString() {
        return "Target[" + account + ", " + patient + ", •••]";
    }
}
