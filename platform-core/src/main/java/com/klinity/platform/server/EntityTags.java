package com.klinity.platform.server;

import com.klinity.platform.spi.Refusal;
import io.helidon.http.HeaderName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tags of {@code If-Match} and {@code If-None-Match} (RFC 9110 §13.1), as they name versions here. A proxy that
 * compresses answers makes a tag weak, or puts the coding behind it, as Apache HTTP Server does; it is the same version
 * all the same.
 */
final class EntityTags {

    /** Either header field with this alone means whatever is there. */
    static final String ANY = "*";

    private static final Pattern TAG =
            Pattern.compile("\\G[ \\t,]*(?:W/)?\"([\\x21\\x23-\\x7e\\x80-\\uffff]*)\"[ \\t]*(?=,|$)");
    private static final Pattern NOTHING = Pattern.compile("[ \\t,]*");
    private static final Pattern CODING = Pattern.compile("--?(gzip|br|deflate|zstd)$");

    private EntityTags() {}

    /**
     * Their tags, quoted and strong; none when the call has no such header field.
     *
     * @throws Refusal 400 when it holds anything else
     */
    static Optional<Set<String>> of(HeaderName name, List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String all = String.join(",", values).strip();
        if (all.equals(ANY)) {
            return Optional.of(Set.of(ANY));
        }
        return Optional.of(named(name, all));
    }

    private static Set<String> named(HeaderName name, String list) {
        Set<String> tags = new HashSet<>();
        Matcher tag = TAG.matcher(list);
        int end = 0;
        while (tag.find()) {
            tags.add(quoted(tag.group(1)));
            tags.add(quoted(CODING.matcher(tag.group(1)).replaceFirst("")));
            end = tag.end();
        }
        if (tags.isEmpty() || !NOTHING.matcher(list.substring(end)).matches()) {
            throw Refusal.malformed(name.defaultCase()
                    + " must be the resource's ETag as it was given, such as \"3\" with its quotation marks, several"
                    + " with commas between them, or *.");
        }
        return tags;
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
