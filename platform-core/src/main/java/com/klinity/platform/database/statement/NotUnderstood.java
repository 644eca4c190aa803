package com.klinity.platform.database.statement;

/** Ends the reading of a text that is none that a feature may write. */
final class NotUnderstood extends Exception {

    private static final long serialVersionUID = 1L;

    /** A sentence about the statement, without anything that it quotes. */
    NotUnderstood(String why) {
        super(why, null, false, false);
    }

    static NotUnderstood at(Token token) {
        return new NotUnderstood("a statement has something at character " + token.place()
                + " that features may not write there, or that the platform does not understand");
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
