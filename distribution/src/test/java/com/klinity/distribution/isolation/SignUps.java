package com.klinity.distribution.isolation;

import com.klinity.platform.testkit.Client;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import com.klinity.platform.testkit.isolation.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs people up as they do it themselves, with the code from the mailbox. */
final class SignUps {

    private static final Pattern RECIPIENT = Pattern.compile("(?m)^To: (\\S+)");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

    private final TestServer server;
    private final Set<Path> read = new HashSet<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<UUID, SignedUp> people = new HashMap<>();

    SignUps(TestServer server) {
        this.server = server;
    }

    /** Somebody with an account. */
    record SignedUp(String email, String refreshToken) {}

    Practitioner practitioner() {
        String email = "p" + UUID.randomUUID() + "@example.org";
        JsonNode tokens = confirmed(email, code("sign-up", email));
        String token = tokens.path("accessToken").asString();
        UUID account = subject(token);
        people.put(account, new SignedUp(email, tokens.path("refreshToken").asString()));
        return server.practitioner(account, token);
    }

    SignedUp of(World world) {
        return Objects.requireNonNull(people.get(world.practitioner().account()), "signed up elsewhere");
    }

    /** Asks for a code and takes it out of the mailbox. */
    String code(String way, String email) {
        codes.remove(email);
        World.successful(caller().post("/v1/local-identity/" + way, "{\"email\":\"" + email + "\"}"));
        server.await(() -> {
            readMail();
            return codes.containsKey(email);
        });
        return Objects.requireNonNull(codes.get(email));
    }

    private JsonNode confirmed(String email, String code) {
        String body = "{\"email\":\"" + email + "\",\"code\":\"" + code + "\"}";
        return World.successful(caller().post("/v1/local-identity/confirm", body))
                .json();
    }

    private Client caller() {
        return server.anonymous();
    }

    private void readMail() {
        Path folder = server.dataDirectory().resolve("mailbox");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> mails = Files.list(folder)) {
                mails.filter(mail -> mail.toString().endsWith(".eml"))
                        .filter(read::add)
                        .sorted()
                        .forEach(this::read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void read(Path mail) {
        try {
            String text = Files.readString(mail);
            String body = text.substring(text.indexOf("\r\n\r\n"));
            first(RECIPIENT, text).ifPresent(to -> first(CODE, body).ifPresent(code -> codes.put(to, code)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().map((MatchResult found) -> found.group(1));
    }

    private static UUID subject(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return UUID.fromString(JsonMapper.shared().readTree(claims).path("sub").asString());
    }
}
