package com.klinity.identity.oidc;

import com.klinity.identity.IdentityModule;
import com.klinity.identity.spi.IdentityProvider;
import com.klinity.identity.testkit.OpenedProvider;
import com.klinity.identity.testkit.Realm;
import com.klinity.identity.testkit.Tokens;
import com.klinity.platform.testkit.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** An OpenID Connect issuer in this process. Its refresh tokens never end, whatever the platform is told. */
final class OidcRealm implements Realm {

    private static final String CLIENT = "klinity";
    private static final String ISSUER = "practitioners";
    private static final String ACCESS = "at+jwt";
    private static final long LIFETIME_SECONDS = 3600;

    private final MockOAuth2Server issuer = new MockOAuth2Server();
    private final Map<String, Instant> signedIn = new ConcurrentHashMap<>();
    private final OpenedProvider provider = new OpenedProvider(new OidcIdentityAdapter());
    private final TestServer server;

    OidcRealm() {
        issuer.start();
        server = builder(provider).start();
    }

    /** A server of this issuer, found by discovery. */
    TestServer.Builder builder(OpenedProvider opened) {
        return TestServer.of(new IdentityModule())
                .adapter(opened)
                .setting("klinity.identity.provider", "oidc")
                .setting("klinity.identity.issuer", issuerUrl())
                .setting("klinity.identity.client-id", CLIENT);
    }

    String issuerUrl() {
        return issuer.issuerUrl(ISSUER).toString();
    }

    String keysUrl() {
        return issuer.jwksUrl(ISSUER).toString();
    }

    @Override
    public TestServer server() {
        return server;
    }

    @Override
    public IdentityProvider provider() {
        return provider.get();
    }

    @Override
    public Tokens newUser(String email) {
        return signIn(email).orElseThrow();
    }

    @Override
    public Optional<Tokens> signIn(String email) {
        String refresh = "refresh-" + UUID.randomUUID() + " " + email;
        signedIn.put(refresh, Instant.now());
        return refresh(refresh);
    }

    @Override
    public Optional<Tokens> refresh(String refreshToken) {
        String email = refreshToken.substring(refreshToken.indexOf(' ') + 1);
        long at = signedIn.getOrDefault(refreshToken, Instant.EPOCH).getEpochSecond();
        return Optional.of(new Tokens(accessToken(email, Map.of("auth_time", at)), refreshToken));
    }

    @Override
    public List<String> tokensForOthers(String email) {
        Map<String, Object> now = Map.of("auth_time", Instant.now().getEpochSecond());
        return List.of(
                token(email, "JWT", CLIENT, CLIENT, now),
                token(email, ACCESS, "another", "another", now),
                token(email, ACCESS, "another", CLIENT, now));
    }

    /** Keys that were read before stay good, so nobody gets in who would not otherwise. */
    @Override
    public void whileDown(Runnable action) {
        action.run();
    }

    /** A token for that client, which the issuer also names as {@code azp}. */
    private String token(String email, String type, String client, String audience, Map<String, Object> claims) {
        OAuth2TokenCallback content = new DefaultOAuth2TokenCallback(
                ISSUER, subject(email), type, List.of(audience), claims, LIFETIME_SECONDS);
        return issuer.issueToken(ISSUER, client, content).serialize();
    }

    /** An access token for this server with these claims besides. */
    String accessToken(String email, Map<String, Object> claims) {
        return token(email, ACCESS, CLIENT, CLIENT, claims);
    }

    void close() {
        server.close();
        issuer.shutdown();
    }

    private static String subject(String email) {
        return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
