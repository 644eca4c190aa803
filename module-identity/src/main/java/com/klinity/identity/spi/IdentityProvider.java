package com.klinity.identity.spi;

import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.TrustedIssuer;
import java.util.Optional;
import java.util.UUID;

/**
 * An opened identity provider. Its user's id is the {@code sub} of the tokens it issues: random, never derived from
 * anything about the person, never given to a second one.
 *
 * <p>Safe for many threads. Methods may block, a few seconds at most, and honour interruption. Where the provider cannot
 * do what it is asked they throw {@link IdentityFailure}; asking again is always harmless.
 */
public interface IdentityProvider extends AutoCloseable {

    /** The issuer of its access tokens. The same on each call and after each restart. */
    TrustedIssuer issuer();

    /**
     * The confirmed e-mail address of a user; empty when there is no such user, when the address is not confirmed, or
     * when the provider tells nobody.
     *
     * @throws IdentityFailure when the provider cannot tell now
     */
    Optional<String> email(UUID subject);

    /**
     * Ends the user's sign-ins: after the return no refresh token issued before leads to an access token that the
     * platform accepts, because it is dead or because of {@link com.klinity.platform.spi.TokenProfile#OIDC}. Access tokens
     * already issued are the platform's to refuse. Nothing happens when there is no such user.
     *
     * @throws IdentityFailure when that is not certain
     */
    void signOutEverywhere(UUID subject);

    /**
     * Removes the user and all the provider knows about the person, as far as the platform may ask for it; what it may not
     * is the issuer's duty, and the log says so. Nothing happens when there is no such user.
     *
     * @throws IdentityFailure when that is not certain
     */
    void deleteUser(UUID subject);

    /** Declares the routes of a provider that lives in this server. Called once. */
    default void routes(Routes routes) {}

    /** Releases what was opened. Called once, after the last request. Must not throw. */
    @Override
    default void close() {}
}
