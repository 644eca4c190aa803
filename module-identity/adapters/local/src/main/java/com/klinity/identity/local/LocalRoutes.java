package com.klinity.identity.local;

import com.klinity.identity.spi.IdentityFailure;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Handler;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import java.lang.System.Logger.Level;

/** {@code /v1/local-identity}. */
final class LocalRoutes {

    static final String BASE = "/v1/local-identity";

    private static final System.Logger LOG = System.getLogger(LocalRoutes.class.getName());

    private final CodeDesk desk;
    private final Codes codes;
    private final Sessions sessions;
    private final Limits limits;
    private final Publication publication;

    LocalRoutes(CodeDesk desk, Codes codes, Sessions sessions, Limits limits, Publication publication) {
        this.desk = desk;
        this.codes = codes;
        this.sessions = sessions;
        this.limits = limits;
        this.publication = publication;
    }

    void declare(Routes routes) {
        routes.post(BASE + "/sign-up", Access.open(), limited(this::signUp));
        routes.post(BASE + "/confirm", Access.open(), limited(this::confirm));
        routes.post(BASE + "/sign-in", Access.open(), limited(this::signIn));
        routes.post(BASE + "/refresh", Access.open(), limited(this::refresh));
        routes.get(BASE + "/jwks.json", Access.open(), call -> publication.keySet());
        routes.get(BASE + "/.well-known/openid-configuration", Access.open(), call -> publication.discovery());
    }

    private Reply signUp(Call call) {
        EmailAddress address = call.body(EmailBody.class).address();
        limits.codeFor(address, Peer.of(call));
        desk.signUp(address, Language.of(call), Peer.of(call));
        return Reply.accepted();
    }

    private Reply signIn(Call call) {
        EmailAddress address = call.body(EmailBody.class).address();
        limits.codeFor(address, Peer.of(call));
        desk.signIn(address, Language.of(call), Peer.of(call));
        return Reply.accepted();
    }

    private Reply confirm(Call call) {
        ConfirmBody body = call.body(ConfirmBody.class);
        EmailAddress address = body.address();
        String peer = Peer.of(call);
        limits.attemptFor(address, peer, codes.wasAskedBy(address, peer));
        return codes.redeem(address, body.attempt(), peer)
                .flatMap(purpose -> sessions.begin(address, purpose))
                .map(LocalRoutes::granted)
                .orElseThrow(LocalRoutes::invalidCode);
    }

    private Reply refresh(Call call) {
        return sessions.refresh(call.body(RefreshBody.class).token())
                .map(LocalRoutes::granted)
                .orElseThrow(Refusal::unauthenticated);
    }

    /** Tokens stay in no cache (RFC 6749 §5.1). */
    private static Reply granted(Grant grant) {
        return Reply.ok(grant).header("Cache-Control", "no-store");
    }

    private static Refusal invalidCode() {
        return new Refusal(
                422,
                "invalid-code",
                "The code is not valid",
                "Check the code in the latest mail, or ask for a new one.");
    }

    private Handler limited(Handler handler) {
        return call -> {
            limits.call(call);
            try {
                return handler.handle(call);
            } catch (IdentityFailure e) {
                LOG.log(Level.ERROR, "the embedded issuer's folder: " + e.code(), e);
                throw Refusal.unavailable();
            }
        };
    }
}
