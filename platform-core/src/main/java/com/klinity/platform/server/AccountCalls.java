package com.klinity.platform.server;

import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.Actor;
import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.Identity;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Steps 6 to 11 for a call that is bound to an account: state, scope, handler, audit, commit; refusals audited too. */
final class AccountCalls {

    private final Accounts accounts;
    private final Idempotency idempotency;

    AccountCalls(Accounts accounts, Idempotency idempotency) {
        this.accounts = accounts;
        this.idempotency = idempotency;
    }

    /** What the audit log is told about a route. */
    record Declared(Action action, String resource, boolean phi) {

        static Declared of(Access.SignedIn access) {
            return new Declared(access.action(), access.resource(), false);
        }

        static Declared of(Access.Phi access) {
            return new Declared(access.action(), access.resource(), true);
        }

        boolean audited() {
            return phi || action != Action.READ;
        }
    }

    Reply answer(Route route, Declared declared, Identity identity, Incoming call) {
        Actor actor = new Actor(identity.account().toString(), call.peer(), call.requestId());
        try {
            return switch (route.target()) {
                case Route.Plain plain -> inOneTransaction(plain, declared, identity, actor, call);
                case Route.Streamed<?> streamed -> takeIn(streamed, declared, identity, actor, call);
            };
        } catch (DatabaseFailure e) {
            Refusal refusal = e.refusal().orElseThrow(() -> e);
            noteRefusal(refusal, declared, identity, actor);
            throw refusal;
        } catch (Refusal refusal) {
            noteRefusal(refusal, declared, identity, actor);
            throw refusal;
        }
    }

    private Reply inOneTransaction(
            Route.Plain plain, Declared declared, Identity identity, Actor actor, Incoming call) {
        return accounts.in(identity, actor, scope -> {
            call.enter(scope);
            Supplier<Reply> handle = () -> plain.handler().handle(call);
            Reply reply =
                    idempotency.applies(call) ? idempotency.once(scope, call, call.rawBody(), handle) : handle.get();
            return audited(scope, declared, actor, reply);
        });
    }

    private <T> Reply takeIn(
            Route.Streamed<T> streamed, Declared declared, Identity identity, Actor actor, Incoming call) {
        accounts.in(identity, actor, scope -> {
            call.enter(scope);
            streamed.upload().admit(call);
            return call;
        });
        IntakeOf<T> intake = IntakeOf.receive(streamed.upload(), call);
        try {
            Reply reply = accounts.in(identity, actor, scope -> {
                call.enter(scope);
                Supplier<Reply> record = () -> streamed.upload().record(call, intake.received());
                return audited(
                        scope,
                        declared,
                        actor,
                        idempotency.applies(call)
                                ? idempotency.once(scope, call, intake.digest(), record)
                                : record.get());
            });
            if (Idempotency.isReplay(reply)) {
                streamed.upload().discard(intake.received());
            }
            return reply;
        } catch (RuntimeException e) {
            // What may have been recorded after all is left: an orphan does less harm than a record without its audio.
            if (!(e instanceof DatabaseFailure failure && failure.outcomeUnknown())) {
                streamed.upload().discard(intake.received());
            }
            throw e;
        }
    }

    private Reply audited(Scope scope, Declared declared, Actor actor, Reply reply) {
        if (declared.audited()) {
            Touch touch = new Touch(declared.action(), declared.resource(), reply.touched());
            accounts.append(scope, actor, touch, reply.details());
        }
        return reply;
    }

    /** A caller who is not known by now leaves no entry; a known one always does, even when suspended. */
    private void noteRefusal(Refusal refusal, Declared declared, Identity identity, Actor actor) {
        if (refusal.status() == 401 || refusal.status() == 503) {
            return;
        }
        Touch touch = new Touch(declared.action(), declared.resource(), List.of());
        try {
            accounts.note(identity, actor, touch, refusal.slug(), Map.of());
        } catch (DatabaseFailure e) {
            throw Refusal.unavailable();
        }
    }
}
