package com.klinity.distribution.isolation;

import com.klinity.platform.testkit.isolation.Held;
import com.klinity.platform.testkit.isolation.Specimen;
import com.klinity.platform.testkit.isolation.Specimens;
import com.klinity.platform.testkit.isolation.World;
import java.util.List;
import java.util.UUID;

/** The account, and the embedded issuer, at which nobody is signed in yet. */
final class IdentitySpecimens {

    private static final String NOT_THE_REST = ".AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private IdentitySpecimens() {}

    static Specimens of(SignUps people) {
        return account()
                .value("email", world -> email(people, world))
                .value("code", world -> code(people, world))
                .value("refresh-token", world -> refreshToken(people, world))
                .requests(
                        Specimen.post("/v1/local-identity/sign-up").json("{\"email\": \"${email}\"}"),
                        Specimen.post("/v1/local-identity/sign-in").json("{\"email\": \"${email}\"}"),
                        Specimen.post("/v1/local-identity/confirm")
                                .json("{\"email\": \"${email}\", \"code\": \"${code}\"}"),
                        Specimen.post("/v1/local-identity/refresh").json("{\"refreshToken\": \"${refresh-token}\"}"),
                        Specimen.get("/v1/local-identity/jwks.json"),
                        Specimen.get("/v1/local-identity/.well-known/openid-configuration"));
    }

    private static Specimens account() {
        return new Specimens()
                .requests(
                        Specimen.get("/v1/account"),
                        Specimen.patch("/v1/account").json("{\"settings\": {\"locale\": \"pt-BR\"}}"),
                        Specimen.post("/v1/account/sign-out"),
                        Specimen.delete("/v1/account"));
    }

    private static Held email(SignUps people, World world) {
        String email = people.of(world).email();
        return new Held(email, email, "p" + UUID.randomUUID() + "@example.org", List.of(email));
    }

    /** Others can only guess. */
    private static Held code(SignUps people, World world) {
        String code = people.code("sign-in", people.of(world).email());
        String wrong = code.equals("000000") ? "000001" : "000000";
        return new Held(code, wrong, code.equals("999999") ? "999998" : "999999", List.of());
    }

    /** It begins with the account's id, which others may have learnt. */
    private static Held refreshToken(SignUps people, World world) {
        return Held.secret(
                people.of(world).refreshToken(),
                world.practitioner().account() + NOT_THE_REST,
                UUID.randomUUID() + NOT_THE_REST);
    }
}
