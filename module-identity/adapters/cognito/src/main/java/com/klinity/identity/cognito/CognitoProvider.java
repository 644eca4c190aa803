package com.klinity.identity.cognito;

import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.TrustedIssuer;
import java.util.Optional;
import java.util.UUID;

/** A user pool. */
final class CognitoProvider implements IdentityProvider {

    private final TrustedIssuer issuer;
    private final UserPool pool;

    CognitoProvider(TrustedIssuer issuer, UserPool pool) {
        this.issuer = issuer;
        this.pool = pool;
    }

    @Override
    public TrustedIssuer issuer() {
        return issuer;
    }

    @Override
    public Optional<String> email(UUID subject) {
        return pool.find(subject).flatMap(PoolUser::confirmedEmail);
    }

    @Override
    public void signOutEverywhere(UUID subject) {
        pool.signOut(pool.userName(subject));
    }

    @Override
    public void deleteUser(UUID subject) {
        pool.delete(pool.userName(subject));
    }

    @Override
    public void close() {
        pool.close();
    }
}
