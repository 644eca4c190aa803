package com.klinity.identity.testkit;

/** A realm whose provider manages its users. */
public interface UserPoolRealm extends Realm {

    /** Asks for an account; nothing is confirmed yet. */
    void signUp(String email);

    /** Proves to read the address's mail, and signs in. */
    Tokens confirm(String email);

    @Override
    default Tokens newUser(String email) {
        signUp(email);
        return confirm(email);
    }
}
