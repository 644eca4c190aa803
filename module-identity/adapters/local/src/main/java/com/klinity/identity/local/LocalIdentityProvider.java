package com.klinity.identity.local;

import com.klinity.identity.spi.IdentityContext;
import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.TokenProfile;
import com.klinity.platform.spi.TrustedIssuer;
import java.util.Optional;
import java.util.UUID;

/** The parts of the embedded issuer, put together. */
final class LocalIdentityProvider implements IdentityProvider {

    private final TrustedIssuer issuer;
    private final Users users;
    private final Sessions sessions;
    private final LocalRoutes routes;

    LocalIdentityProvider(
            IdentityContext context, LocalSettings settings, SigningKey key, Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
        Publication publication = new Publication(settings, key, context);
        issuer = new TrustedIssuer(
                settings.issuer(), settings.clientId(), TokenProfile.RFC9068, publication::keySetText);
        Codes codes = new Codes(context.clock());
        Limits limits = new Limits(settings.requestsPerMinute(), context.clock());
        routes = new LocalRoutes(
                new CodeDesk(codes, users, new CodeMail(context), limits), codes, sessions, limits, publication);
    }

    @Override
    public TrustedIssuer issuer() {
        return issuer;
    }

    @Override
    public Optional<String> email(UUID subject) {
        return users.of(subject).map(User::email);
    }

    @Override
    public void signOutEverywhere(UUID subject) {
        sessions.end(subject);
    }

    @Override
    public void deleteUser(UUID subject) {
        sessions.delete(subject);
    }

    @Override
    public void routes(Routes declared) {
        routes.declare(declared);
    }
}
