package com.klinity.platform.spi;

import java.util.Set;
import java.util.function.Predicate;

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
        String start = "\"" + version + Reply.DIGEST_FOLLOWS;
        require(version, tag -> tag.startsWith(start));
    }

    /**
     * Goes on only when the caller named the current version, and where the tag has more than that, what else is told now.
     *
     * @param told as {@link Reply#etag(long, Object)} takes it
     * @throws Refusal 412 otherwise
     */
    public void check(long version, Object told) {
        require(version, Reply.etagOf(version, told)::equals);
    }

    private void require(long version, Predicate<String> other) {
        String tag = Reply.etagOf(version);
        if (tags.stream().noneMatch(named -> named.equals("*") || named.equals(tag) || other.test(named))) {
            throw Refusal.stale();
        }
    }
}
