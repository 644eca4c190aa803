package com.klinity.platform.spi;

import java.util.Set;

/**
 * The entity tags of an {@code If-Match} header (RFC 9110 §13.1.1), quoted and strong: what a proxy did to them is undone.
 * {@code *} alone matches anything.
 */
public record Precondition(Set<String> tags) {

    /** Copies the set. */
    public Precondition {
        tags = Set.copyOf(tags);
    }

    /**
     * Goes on only when the current version is one the caller named.
     *
     * @throws Refusal 412 otherwise
     */
    public void check(long version) {
        String tag = Reply.etagOf(version);
        String start = "\"" + version + Reply.DIGEST_FOLLOWS;
        if (tags.stream().noneMatch(named -> named.equals("*") || named.equals(tag) || named.startsWith(start))) {
            throw Refusal.stale();
        }
    }
}
