package com.klinity.audit.archive;

import com.klinity.audit.verification.Manifest;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where one segment lies: {@code <account>/<first>-<last>/}, with the CSV and the manifest in it.
 *
 * @param path the folder
 */
record SegmentFolder(Path path) {

    private static final Pattern NAME = Pattern.compile("([1-9][0-9]{0,18})-([1-9][0-9]{0,18})");

    static SegmentFolder of(Path account, long first, long last) {
        return new SegmentFolder(account.resolve(first + "-" + last));
    }

    /** The last entry of a segment that begins with that one; empty when this is none. */
    OptionalLong lastAfter(long first) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        return name.matches() && name.group(1).equals(Long.toString(first))
                ? OptionalLong.of(Long.parseLong(name.group(2)))
                : OptionalLong.empty();
    }

    Path csv() {
        return path.resolve("audit.csv");
    }

    Path manifest() {
        return path.resolve("manifest.json");
    }

    /** Whether this is the place of that segment. */
    boolean holds(Manifest manifest) {
        return path.endsWith(Path.of(manifest.account().toString(), manifest.first() + "-" + manifest.last()));
    }
}
