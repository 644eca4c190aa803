package com.klinity.identity.local;

/**
 * What a sign-in or a refresh gives.
 *
 * @param expiresIn seconds until the access token ends
 */
record Grant(String accessToken, String refreshToken, long expiresIn) {

    @Override
    public String toString() {
        return "Grant[•••]";
    }
}
