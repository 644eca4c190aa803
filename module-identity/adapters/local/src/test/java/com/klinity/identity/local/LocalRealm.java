package com.klinity.identity.local;

import com.klinity.identity.spi.IdentityProvider;
import com.klinity.identity.testkit.Tokens;
import com.klinity.identity.testkit.UserPoolRealm;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Json;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The embedded issuer through its routes and its mail. */
final class LocalRealm implements UserPoolRealm {

    private static final String ISSUER = "http://localhost/v1/local-identity";
    private static final Json JSON = new JacksonJson();

    @Override
    public TestServer server() {
        return LocalServer.SERVER;
    }

    @Override
    public IdentityProvider provider() {
        return LocalServer.PROVIDER.get();
    }

    @Override
    public void signUp(String email) {
        LocalServer.ask("sign-up", email);
    }

    @Override
    public Tokens confirm(String email) {
        return granted(LocalServer.confirm(email, LocalServer.latestCode(email)))
                .orElseThrow();
    }

    /** With the code of the mail that it brings, if that has one. */
    @Override
    public Optional<Tokens> signIn(String email) {
        LocalServer.ask("sign-in", email);
        String code = LocalServer.latestCode(email);
        return granted(LocalServer.confirm(email, code.isEmpty() ? "000000" : code));
    }

    @Override
    public Optional<Tokens> refresh(String refreshToken) {
        return granted(LocalServer.refresh(refreshToken));
    }

    /** Signed with the server's own key. */
    @Override
    public List<String> tokensForOthers(String email) {
        String access = signIn(email).orElseThrow().access();
        UUID user = UUID.fromString(claims(access).path("sub").asString());
        SigningKey key = SigningKeyFile.loadOrMake(folder());
        LocalSettings others = new LocalSettings(ISSUER, "another-client", Duration.ofHours(1), 600);
        Instant now = Instant.now();
        String idToken = key.sign(
                "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\""
                        + key.publicHalf().id() + "\"}",
                claims(access).toString());
        return List.of(new AccessTokens(others, key, JSON).issue(user, now, now), idToken);
    }

    /** Nothing can be written: a file stands where the users' folder was. */
    @Override
    public void whileDown(Runnable action) {
        Path users = folder().resolve("users");
        Path aside = folder().resolve("users-aside");
        try {
            Files.move(users, aside);
            Files.createFile(users);
            try {
                action.run();
            } finally {
                Files.delete(users);
                Files.move(aside, users);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return LocalServer.SERVER.dataDirectory().resolve("identity");
    }

    private static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static Optional<Tokens> granted(Answer answer) {
        return answer.status() == 200
                ? Optional.of(new Tokens(
                        answer.json().path("accessToken").asString(),
                        answer.json().path("refreshToken").asString()))
                : Optional.empty();
    }
}
