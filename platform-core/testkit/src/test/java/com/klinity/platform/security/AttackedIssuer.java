package com.klinity.platform.security;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.TokenProfile;
import java.util.List;

/** The identity feature of a server that trusts the issuer of {@link Token}, and one route of each kind to knock at. */
record AttackedIssuer(FakeJwks jwks) implements FeatureModule {

    static final String PHI = "/v1/knock/phi";
    static final String ACCOUNT = "/v1/knock/account";

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), AttackedIssuer.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        context.trust(Token.issuer(TokenProfile.COGNITO, jwks));
        return (Routes routes) -> {
            routes.get(PHI, Access.phi(Action.READ, "Knock"), call -> Reply.ok(List.of(call.account())));
            routes.get(ACCOUNT, Access.signedIn(Action.READ, "Knock"), call -> Reply.ok(List.of(call.account())));
            routes.post(ACCOUNT, Access.signedIn(Action.CREATE, "Knock"), call -> Reply.ok(List.of(call.account())));
        };
    }
}
