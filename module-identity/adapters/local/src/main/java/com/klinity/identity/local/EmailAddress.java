package com.klinity.identity.local;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address in the one spelling it is known by. ASCII only, checked before lower-casing, because some letters beyond
 * ASCII have ASCII ones as their lower case and would make two people's addresses equal.
 *
 * @param text at most 254 characters (RFC 5321 §4.5.3.1.3), safe in a mail header
 */
record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern PLAUSIBLE =
            Pattern.compile("(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                    + "(?:" + LABEL + "\\.)*" + LABEL);

    /** Empty when the text is no plausible address. */
    static Optional<EmailAddress> parse(String text) {
        String trimmed = text.strip();
        return trimmed.length() <= LONGEST && PLAUSIBLE.matcher(trimmed).matches()
                ? Optional.of(new EmailAddress(trimmed.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
