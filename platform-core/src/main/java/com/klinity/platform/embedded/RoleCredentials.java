package com.klinity.platform.embedded;

/**
 * A login of the embedded server.
 *
 * @param username name to log in with
 * @param password its secret; never printed by {@link #toString()}
 */
public record RoleCredentials(String username, String password) {
    @Override
    public String toString() {
        return "RoleCredentials[username=" + username + ", password=•••]";
    }
}
