package com.klinity.notifications;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails there are, and what each leaves open. Every value has a narrow form: no mail can carry free text. */
enum MailKind {
    /** Confirms the address of somebody new. */
    SIGN_UP_CODE("sign-up-code"),
    /** Lets somebody known in. */
    SIGN_IN_CODE("sign-in-code"),
    /** Tells somebody who tried to sign in that there is no account. */
    NO_ACCOUNT("no-account"),
    /** Tells an account that it was signed out everywhere. */
    SIGNED_OUT("signed-out");

    private static final Map<String, Pattern> CODE =
            Map.of("code", Pattern.compile("[0-9]{6}"), "minutes", Pattern.compile("[0-9]{1,4}"));

    private final String label;

    MailKind(String label) {
        this.label = label;
    }

    static Optional<MailKind> of(String label) {
        return Stream.of(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    String label() {
        return label;
    }

    /** Exactly the values this kind leaves open, each in its form. */
    boolean admits(Map<String, String> given) {
        return given.size() == forms().size() && given.entrySet().stream().allMatch(this::admits);
    }

    private boolean admits(Map.Entry<String, String> given) {
        return Optional.ofNullable(forms().get(given.getKey()))
                .filter(form -> form.matcher(String.valueOf(given.getValue())).matches())
                .isPresent();
    }

    private Map<String, Pattern> forms() {
        return switch (this) {
            case SIGN_UP_CODE, SIGN_IN_CODE -> CODE;
            case NO_ACCOUNT, SIGNED_OUT -> Map.of();
        };
    }
}
