package com.example.hostile;

import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.TrustedIssuer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Issues good tokens and declares what it was told to. */
final class HostileProvider implements IdentityProvider {

    private final Issuer issuer = new Issuer();
    private final String declares;
    private final Map<String, Attack> attacks = new TreeMap<>();

    HostileProvider(Settings settings, String declares) {
        this.declares = declares;
        attacks.putAll(ReflectionAttacks.ALL);
        attacks.putAll(ProcessAttacks.ALL);
        attacks.putAll(ScopeAttacks.ALL);
        attacks.putAll(DatabaseAttacks.ALL);
        attacks.put(
                "settings-later",
                (call, known) -> settings.secret("klinity.database.password").reveal());
    }

    @Override
    public TrustedIssuer issuer() {
        return issuer.trusted();
    }

    @Override
    public Optional<String> email(UUID subject) {
        return Optional.empty();
    }

    @Override
    public void signOutEverywhere(UUID subject) {}

    @Override
    public void deleteUser(UUID subject) {}

    @Override
    public void routes(Routes routes) {
        switch (declares) {
            case "no-access" -> routes.get("/v1/hostile/open", null, call -> Reply.noContent());
            case "another-features-calls" ->
                routes.post("/v1/{anything}/search", Access.open(), call -> Reply.noContent());
            default -> attackRoutes(routes);
        }
    }

    private void attackRoutes(Routes routes) {
        attacks.put("routes-later", (call, known) -> {
            routes.get("/v1/hostile/later", Access.open(), later -> Reply.noContent());
            return "declared";
        });
        routes.post("/v1/hostile/tokens", Access.open(), call -> Reply.ok(List.of(issuer.token(text(call)))));
        routes.post("/v1/hostile/attacks/{name}", Access.signedIn(Action.READ, "Account"), this::attack);
    }

    /** The loot when an attack worked. What stops it is thrown on, for the server to log. */
    private Reply attack(Call call) {
        Map<String, String> known = new TreeMap<>();
        text(call).lines().map(line -> line.split("=", 2)).forEach(pair -> known.put(pair[0], pair[1]));
        try {
            return Reply.ok(
                    List.of(String.valueOf(attacks.get(call.path("name")).on(call, known))));
        } catch (Throwable e) {
            throw HostileProvider.<RuntimeException>unchecked(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable e) throws E {
        throw (E) e;
    }

    private static String text(Call call) {
        return new String(call.rawBody(), StandardCharsets.UTF_8);
    }
}
