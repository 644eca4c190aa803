package com.klinity.identity.cognito;

import java.util.Optional;

/**
 * What is asked of a pool about a user.
 *
 * @param name           as the pool's administration knows the user; need not be the {@code sub}
 * @param confirmedEmail empty unless {@code email_verified} is true
 */
record PoolUser(String name, Optional<String> confirmedEmail) {

    @Override
    public String toString() {
        return "PoolUser[•••]";
    }
}
