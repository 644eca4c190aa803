package com.klinity.audit.spi;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a checkpoint is called where witnesses keep it as a file or an object. The names sort as their numbers do, and
 * are the same everywhere, so that a downloaded copy of one witness can be read as another.
 */
public final class CheckpointName {

    /** How every name begins. */
    public static final String BEGINNING = "checkpoint-";

    private static final Pattern FORM = Pattern.compile(BEGINNING + "([0-9]{19})\\.txt");
    private static final String LARGEST = Long.toString(Long.MAX_VALUE);

    private CheckpointName() {}

    /**
     * Such as {@code checkpoint-0000000000000000017.txt}.
     *
     * @throws IllegalArgumentException when the number is below 1
     */
    public static String of(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("checkpoints are numbered from 1, not " + number);
        }
        return BEGINNING + "%019d.txt".formatted(number);
    }

    /** The number in a name; empty when it is no checkpoint's name. */
    public static OptionalLong number(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches() || matcher.group(1).compareTo(LARGEST) > 0) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return number < 1 ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
