package com.klinity.identity.local;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Somebody who has confirmed an address, as stored.
 *
 * @param id       the {@code sub} claim: random, never given to anybody else
 * @param signIns  those whose refresh token may still be used, oldest first
 */
record User(UUID id, String email, Instant confirmedAt, List<SignIn> signIns) {

    private static final int MOST_SIGN_INS = 20;

    User {
        signIns = List.copyOf(signIns);
    }

    Optional<SignIn> signIn(String id) {
        return signIns.stream().filter(signIn -> signIn.id().equals(id)).findFirst();
    }

    /** With that sign-in in place of the one of its id; beyond a bound the oldest ones end. */
    User with(SignIn signIn) {
        List<SignIn> more =
                Stream.concat(others(signIn.id()), Stream.of(signIn)).toList();
        return new User(id, email, confirmedAt, more.subList(Math.max(0, more.size() - MOST_SIGN_INS), more.size()));
    }

    User without(SignIn signIn) {
        return new User(id, email, confirmedAt, others(signIn.id()).toList());
    }

    User signedOut() {
        return new User(id, email, confirmedAt, List.of());
    }

    private Stream<SignIn> others(String signIn) {
        return signIns.stream().filter(Predicate.not(other -> other.id().equals(signIn)));
    }
}
