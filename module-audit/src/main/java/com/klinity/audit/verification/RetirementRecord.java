package com.klinity.audit.verification;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log says, at its end, of its oldest entries when they leave the database for an archive.
 *
 * @param first   sequence of the first of them
 * @param last    sequence of the last of them, after which the chain in the database begins
 * @param archive SHA-256 of the file that holds them, in hexadecimal
 */
public record RetirementRecord(long first, long last, String archive) {

    /** The database role that alone takes entries out. */
    private static final String ROLE = "klinity_retention";

    private static final int USER_ID = 2;
    private static final int ACTION = 4;
    private static final int RESOURCE_TYPE = 5;
    private static final int DETAILS = 9;
    private static final Pattern FORM = Pattern.compile(
            "\\{\"first\": ([1-9][0-9]{0,17}), \"last\": ([1-9][0-9]{0,17}), \"archive\": \"([0-9a-f]{64})\"}");

    /** Reads an entry; empty when it tells something else. */
    public static Optional<RetirementRecord> of(ChainEntry entry) {
        Matcher details = FORM.matcher(entry.fields().get(DETAILS));
        boolean retirement = entry.fields().get(USER_ID).equals(ROLE)
                && entry.fields().get(ACTION).equals("delete")
                && entry.fields().get(RESOURCE_TYPE).equals("AuditEvent")
                && details.matches();
        return retirement
                ? Optional.of(new RetirementRecord(
                        Long.parseLong(details.group(1)), Long.parseLong(details.group(2)), details.group(3)))
                : Optional.empty();
    }
}
