package com.klinity.notifications.spi;

/**
 * One mail, ready to be sent. Plain text: what these mails say needs no markup, and markup would bring links that look
 * like something else.
 *
 * @param kind           which of the platform's texts it is, such as {@code sign-in-code}; lower-case letters and hyphens
 * @param to             one address, ASCII, without a display name
 * @param subject        one line
 * @param text           lines that end in {@code \n}
 * @param idempotencyKey the same at each attempt to send this mail; at most 100 characters
 */
public record Mail(String kind, String to, String subject, String text, String idempotencyKey) {

    /**
     * Keeps line breaks out of what becomes a header field.
     *
     * @throws IllegalArgumentException when there is one
     */
    public Mail {
        if ((kind + to + subject + idempotencyKey).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control characters in a header field");
        }
    }

    /** Neither the address nor the text. */
    @Override
    public String toString() {
        return "Mail[" + kind + "]";
    }
}
