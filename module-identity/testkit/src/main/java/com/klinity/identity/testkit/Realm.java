package com.klinity.identity.testkit;

import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.testkit.TestServer;
import java.util.List;
import java.util.Optional;

/** A provider with a server that trusts it, and what people can do there by its own public means. */
public interface Realm {

    /** The server. */
    TestServer server();

    /** The provider that the server opened. */
    IdentityProvider provider();

    /** Somebody new, confirmed and signed in. */
    Tokens newUser(String email);

    /** The same person signs in once more; empty when refused. */
    Optional<Tokens> signIn(String email);

    /** Changes a refresh token for new tokens; empty when refused. */
    Optional<Tokens> refresh(String refreshToken);

    /** Genuine tokens of the same issuer and person that are not meant for this server: ID tokens, other clients'. */
    List<String> tokensForOthers(String email);

    /** Does something while the provider is out of order. */
    void whileDown(Runnable action);
}
