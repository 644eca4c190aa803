package com.klinity.notifications.spi;

/** A mail was not handed over. */
public final class MailFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean retryable;

    /**
     * What went wrong and why.
     *
     * @param code      stable, lower-case, such as {@code mail-service-unreachable}; reaches the log
     * @param retryable whether the same mail may succeed later
     * @param message   for operators; no address and nothing of the mail in it
     * @param cause     the failure beneath
     */
    public MailFailure(String code, boolean retryable, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.retryable = retryable;
    }

    /**
     * What went wrong.
     *
     * @param code      stable, lower-case, such as {@code mail-address-refused}; reaches the log
     * @param retryable whether the same mail may succeed later
     * @param message   for operators; no address and nothing of the mail in it
     */
    public MailFailure(String code, boolean retryable, String message) {
        super(message);
        this.code = code;
        this.retryable = retryable;
    }

    /** Tells one kind of failure from another; never changes. */
    public String code() {
        return code;
    }

    /** Whether the same mail may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
