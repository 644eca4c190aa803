package com.klinity.distribution;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Texts that go into a register or an audit log, where somebody reads them years later. */
final class OneLine {

    private OneLine() {}

    /**
     * The text.
     *
     * @throws ParameterException when it is not one line of 1 to that many characters
     */
    static String of(CommandSpec spec, String option, String text, int longest) {
        boolean good = !text.isBlank()
                && text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(OneLine::breaksLines);
        if (!good) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be one line of 1 to " + longest + " characters");
        }
        return text;
    }

    private static boolean breaksLines(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
