package com.klinity.platform.testkit.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Another account's id where somebody might look for one. Only the token says whose a call is. */
record SmuggledAccount(Specimen specimen, Channel channel) implements Trial {

    private static final List<String> NAMES = List.of("account_id", "accountId", "userId", "sub");
    private static final List<String> HEADERS =
            List.of("X-Account-Id", "X-User-Id", "X-Forwarded-User", "X-Remote-User", "From");

    enum Channel {
        HEADER,
        QUERY,
        BODY
    }

    @Override
    public String place() {
        return "account id smuggled in " + channel.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void run(Arena arena) {
        World plain = arena.world(specimen);
        World caller = arena.world(specimen);
        Arena.Owner owner = arena.owner(specimen);
        Map<String, String> before = owner.state();
        Exchange expected = arena.play(plain, specimen, specimen.fill(Values.own(plain)), Set.of());
        assertTrue(expected.succeeded(), () -> "the specimen proves nothing: " + expected.answer());
        UUID smuggled = owner.world().practitioner().account();
        for (String name : channel == Channel.HEADER ? List.of("all headers") : NAMES) {
            Request request = smuggle(specimen.fill(Values.own(caller)), name, smuggled.toString());
            Exchange attempt = arena.play(caller, specimen, request, Set.of());
            new Findings(arena, specimen).untouched(name, owner, before, attempt);
            if (attempt.answer().status() != 400) {
                assertEquals(Told.by(expected), Told.by(attempt), name + " makes a difference");
                caller = arena.world(specimen);
            }
        }
    }

    private Request smuggle(Request request, String name, String account) {
        return switch (channel) {
            case QUERY -> request.query(name, account);
            case BODY -> request.field(name, account);
            case HEADER -> {
                Request loaded = request.header("Cookie", "account_id=" + account + "; sub=" + account);
                for (String header : HEADERS) {
                    loaded = loaded.header(header, account);
                }
                yield loaded;
            }
        };
    }
}
