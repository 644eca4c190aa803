package com.klinity.platform.embedded;

import java.util.Objects;

/** The embedded server could not do what was asked; the message says what happened and what to do. */
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable names of the failures: callers may branch on them, messages may change. */
    public enum Code {
        /** No binaries exist for this operating system or file system. */
        PLATFORM_UNSUPPORTED,
        /** The binaries archive is missing, damaged or not such an archive. */
        ARCHIVE_UNUSABLE,
        /** The folder of unpacked binaries belongs to, or can be written by, somebody else. */
        BINARIES_UNTRUSTED,
        /** A file or folder cannot be read, written or handed to the server's user. */
        FILES_UNUSABLE,
        /** Another live process holds the data directory. */
        DATA_DIRECTORY_IN_USE,
        /** The process runs as root and no way to run the server unprivileged works. */
        NO_UNPRIVILEGED_IDENTITY,
        /** The credentials file is missing beside existing data, or is damaged. */
        CREDENTIALS_UNUSABLE,
        /** The server does not accept the password of the credentials file. */
        CREDENTIALS_REJECTED,
        /** The cluster could not be initialised. */
        INITIALISATION_FAILED,
        /** The requested port is taken. */
        PORT_IN_USE,
        /** The server did not start. */
        START_FAILED,
        /** A server, ours or one that a killed process left, did not stop. */
        STOP_FAILED,
        /** The server refused a statement about roles or databases. */
        DATABASE_FAILED,
        /** The calling thread was interrupted; its interrupt flag is set again. */
        INTERRUPTED
    }

    private final Code code;

    EmbeddedPostgresException(Code code, String message) {
        super(message);
        this.code = code;
    }

    EmbeddedPostgresException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns the stable name of the failure. */
    public Code code() {
        return code;
    }

    /** Returns what happened and what to do; never null, never with a secret. */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), code.name());
    }
}
