package com.klinity.identity;

/**
 * An account and the version of its settings.
 *
 * @param version 0 before the first change
 */
record StoredAccount(Account account, long version) {

    /** Differs whenever the account looks different: the settings count up, and the address comes once. */
    long tag() {
        return 2 * version + (account.email() == null ? 0 : 1);
    }
}
