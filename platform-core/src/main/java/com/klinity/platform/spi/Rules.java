package com.klinity.platform.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a body and refuses with all faults at once. Used in the compact constructor of the record that
 * the body is read into. Not for sharing between threads.
 */
public final class Rules {

    private final List<FieldError> errors = new ArrayList<>();

    /** No faults so far. */
    public Rules() {}

    /** The field must be there. */
    public Rules present(String pointer, @Nullable Object value) {
        return require(pointer, value != null, "is required");
    }

    /** Text with something in it, at most so many characters. */
    public Rules text(String pointer, @Nullable String value, int most) {
        if (value == null) {
            return present(pointer, null);
        }
        require(pointer, !value.isBlank(), "must not be blank");
        return optionalText(pointer, value, most);
    }

    /** Nothing, or text of at most so many characters. */
    public Rules optionalText(String pointer, @Nullable String value, int most) {
        return require(pointer, value == null || value.length() <= most, "must have at most " + most + " characters");
    }

    /** Nothing, or at most so many elements. */
    public Rules atMost(String pointer, @Nullable Collection<?> value, int most) {
        return require(pointer, value == null || value.size() <= most, "must have at most " + most + " elements");
    }

    /** Any other rule; the detail says what the field must be and never repeats its value. */
    public Rules require(String pointer, boolean holds, String detail) {
        if (!holds) {
            errors.add(new FieldError(pointer, detail));
        }
        return this;
    }

    /**
     * Ends the check.
     *
     * @throws Refusal 422 with every fault
     */
    public void enforce() {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }
}
