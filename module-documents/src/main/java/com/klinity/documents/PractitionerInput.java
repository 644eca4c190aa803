package com.klinity.documents;

import com.klinity.platform.spi.ReadableText;
import com.klinity.platform.spi.Rules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who signs, as an account says it. */
record PractitionerInput(@Nullable String name, @Nullable RegistrationInput registration) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 60;

    /** A registration whose members may be missing. */
    record RegistrationInput(
            @Nullable String council,
            @Nullable String number,
            @Nullable String region) {}

    /**
     * The practitioner. Reads fonts, to tell all that is wrong at once.
     *
     * @throws com.klinity.platform.spi.Refusal 422 with every fault
     */
    Practitioner checked() {
        Rules rules = new Rules().present("/registration", registration);
        required(rules, "/name", name, LONGEST_NAME);
        if (registration != null) {
            required(rules, "/registration/council", registration.council(), LONGEST_WORD);
            required(rules, "/registration/number", registration.number(), LONGEST_WORD);
            if (registration.region() != null) {
                required(rules, "/registration/region", registration.region(), LONGEST_WORD);
            }
        }
        rules.enforce();
        return practitioner();
    }

    private static void required(Rules rules, String pointer, @Nullable String text, int most) {
        if (text == null) {
            rules.present(pointer, null);
            return;
        }
        rules.require(pointer, text.length() <= most, "must have at most " + most + " characters")
                .require(pointer, ReadableText.isVisible(text), ReadableText.VISIBLE)
                .require(pointer, ReadableText.isLine(text), ReadableText.LINE)
                .require(
                        pointer,
                        text.codePoints().noneMatch(PractitionerInput::isHidden),
                        "must not have characters that cannot be seen");
        TextRules.wellFormed(rules, pointer, text);
        Paper.check(rules, pointer, text);
    }

    /** Paper drops them, so a registration would be hashed as something else than is printed. Some scripts need joiners. */
    private static boolean isHidden(int character) {
        return Character.getType(character) == Character.FORMAT && character != 0x200C && character != 0x200D;
    }

    private Practitioner practitioner() {
        RegistrationInput known = Objects.requireNonNull(registration);
        return new Practitioner(
                stripped(name),
                new Registration(
                        stripped(known.council()),
                        stripped(known.number()),
                        known.region() == null ? null : stripped(known.region())));
    }

    private static String stripped(@Nullable String text) {
        return Objects.requireNonNull(text).strip();
    }
}
