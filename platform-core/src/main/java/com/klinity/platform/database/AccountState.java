package com.klinity.platform.database;

import com.klinity.platform.spi.Refusal;

/** Whether an account may act now. */
enum AccountState {
    ACTIVE,
    BANNED,
    DELETED,
    SIGNED_OUT;

    static AccountState of(String text) {
        return switch (text) {
            case "active" -> ACTIVE;
            case "banned" -> BANNED;
            case "deleted" -> DELETED;
            case "signed-out" -> SIGNED_OUT;
            default -> throw new IllegalStateException("unknown account state");
        };
    }

    /** Goes on for an active account only. */
    void admit() {
        switch (this) {
            case ACTIVE -> {}
            case BANNED -> throw Refusal.banned();
            case DELETED, SIGNED_OUT -> throw Refusal.unauthenticated();
        }
    }

    /** Goes on for a deleted account only. */
    void requireDeleted() {
        if (this != DELETED) {
            throw new IllegalStateException("the account is not deleted");
        }
    }
}
