package com.klinity.identity.spi;

/** The identity provider could not do what it was asked. */
public final class IdentityFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * What went wrong and why.
     *
     * @param code    stable, lower-case, such as {@code identity-provider-unreachable}; reaches the log
     * @param message for operators; no address, token or answer of the provider in it
     * @param cause   the failure beneath
     */
    public IdentityFailure(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /**
     * What went wrong.
     *
     * @param code    stable, lower-case, such as {@code identity-provider-unreachable}; reaches the log
     * @param message for operators; no address, token or answer of the provider in it
     */
    public IdentityFailure(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Tells one kind of failure from another; never changes. */
    public String code() {
        return code;
    }
}
