package com.klinity.platform.security;

import com.klinity.platform.security.TokenRefused.Reason;

/** A token that must be refused, where the attack is described, and the rule that stops it. */
record Attack(String name, String reference, String token, Reason stoppedBy) {
    @Override
    public String toString() {
        return name + " (" + reference + ")";
    }
}
