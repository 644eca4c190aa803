package com.klinity.platform.spi;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Protected health information that is about to be handed to a vendor or an engine, as the audit log tells it (45 CFR
 * §164.312(b)): what, to whom, how much, and by which hash it can be recognised; never the content. All features write
 * it in this one form.
 *
 * @param kind     kind of resource, such as {@code "Recording"}
 * @param resource which one
 * @param adapter  the adapter's name, as in the settings
 * @param vendor   the vendor's {@link Vendor#legalName()}
 * @param amount   how much goes
 */
public record Disclosure(String kind, UUID resource, String adapter, String vendor, Amount amount) {

    /** How much is handed over. */
    public sealed interface Amount {}

    /**
     * Content that is known as a whole beforehand.
     *
     * @param bytes  length, from 0
     * @param sha256 64 lower-case hexadecimal digits
     */
    public record Known(long bytes, String sha256) implements Amount {

        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

        /**
         * Checks.
         *
         * @throws IllegalArgumentException when the length or the hash cannot be one
         */
        public Known {
            if (bytes < 0 || !HASH.matcher(sha256).matches()) {
                throw new IllegalArgumentException("a length from 0 and a SHA-256 in lower-case hexadecimal digits");
            }
        }
    }

    /**
     * Content that passes through without being kept, so that nobody can measure it before it leaves. Length and hash
     * go into the entry of the call itself, by {@link #measured}, which has the same request id.
     */
    public record Streamed() implements Amount {}

    /** Of content that is known beforehand. */
    public static Disclosure of(String kind, UUID resource, Adapter recipient, long bytes, String sha256) {
        return to(recipient, kind, resource, new Known(bytes, sha256));
    }

    /** Of content that is only known once it has left. */
    public static Disclosure streamed(String kind, UUID resource, Adapter recipient) {
        return to(recipient, kind, resource, new Streamed());
    }

    private static Disclosure to(Adapter recipient, String kind, UUID resource, Amount amount) {
        return new Disclosure(
                kind, resource, recipient.name(), recipient.vendor().legalName(), amount);
    }

    /** What the entry is about. */
    public Touch touch() {
        return Touch.of(Action.DISCLOSE, kind, resource);
    }

    /** Its details: {@code adapter} and {@code vendor}, and where it is known {@code bytes} and {@code sha256}. */
    public Map<String, String> details() {
        Map<String, String> details = new TreeMap<>(Map.of("adapter", adapter, "vendor", vendor));
        if (amount instanceof Known(long bytes, String sha256)) {
            details.put("bytes", Long.toString(bytes));
            details.put("sha256", sha256);
        }
        return details;
    }

    /** The reply, saying to the audit log what a {@link Streamed} content turned out to be. */
    public static Reply measured(Reply reply, long bytes, String sha256) {
        return reply.detail("bytes", Long.toString(bytes)).detail("sha256", sha256);
    }
}
