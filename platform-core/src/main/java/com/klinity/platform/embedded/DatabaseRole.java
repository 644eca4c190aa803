package com.klinity.platform.embedded;

/** The logins that the embedded server has. All but the first are without any attribute beyond {@code LOGIN}. */
public enum DatabaseRole {
    /** Bootstraps the server; not for the application. */
    SUPERUSER("postgres"),
    /** Owns the databases, runs migrations. */
    OWNER("klinity_owner"),
    /** Serves requests under row-level security. */
    APP("klinity_app"),
    /** Suspends accounts and handles incidents. */
    OPERATOR("klinity_operator"),
    /** Runs retention. */
    RETENTION("klinity_retention");

    private final String username;

    DatabaseRole(String username) {
        this.username = username;
    }

    /** Returns the name to log in with. */
    public String username() {
        return username;
    }
}
