package com.klinity.platform.server;

import com.klinity.platform.database.AccountScope;
import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.Actor;
import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.Done;
import com.klinity.platform.database.Identity;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Discloser;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Touch;
import com.klinity.platform.spi.Upload;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Steps 6 to 11 for a call that is bound to an account: state, scope, handler, audit, commit; refusals audited too. */
final class AccountCalls {

    private final Accounts accounts;
    private final Idempotency idempotency;
    private final OpenStreams streams;

    AccountCalls(Accounts accounts, Idempotency idempotency, OpenStreams streams) {
        this.streams = streams;
        this.accounts = accounts;
        this.idempotency = idempotency;
    }

    /** What an answer may read on while it is sent. */
    Reads reads(Identity identity, Actor actor) {
        return accounts.reads(identity, actor);
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

        /** Taking out in bulk reads as well; it is told apart for the log's readers. */
        boolean reads() {
            return action == Action.READ || action == Action.EXPORT;
        }
    }

    Reply answer(Route route, Declared declared, Identity identity, Incoming call) {
        Actor actor = new Actor(identity.account().toString(), call.peer(), call.requestId());
        try {
            return switch (route.target()) {
                case Route.Plain plain -> once(plain, declared, identity, actor, call);
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

    private Reply once(Route.Plain plain, Declared declared, Identity identity, Actor actor, Incoming call) {
        boolean keyed = idempotency.applies(call);
        Function<AccountScope, Done<Reply>> work = scope -> {
            enter(call, scope, identity, actor);
            Supplier<Reply> handle = () -> plain.handler().handle(call);
            Reply reply = keyed ? idempotency.once(scope, call, call.rawBody(), handle) : handle.get();
            return done(declared, identity, actor, reply);
        };
        return declared.reads() && !keyed
                ? accounts.read(identity, actor, work)
                : accounts.write(identity, actor, work);
    }

    private <T> Reply takeIn(
            Route.Streamed<T> streamed, Declared declared, Identity identity, Actor actor, Incoming call) {
        try {
            accounts.read(identity, actor, scope -> {
                enter(call, scope, identity, actor);
                streamed.upload().admit(call);
                return new Done<>(call, List.of());
            });
            return takeInAdmitted(streamed.upload(), declared, identity, actor, call);
        } finally {
            streamed.upload().release(call);
        }
    }

    /** From here on it is recorded, or leaves nothing. */
    private <T> Reply takeInAdmitted(
            Upload<T> upload, Declared declared, Identity identity, Actor actor, Incoming call) {
        Discloser outside = disclosure -> accounts.disclose(identity, actor, disclosure);
        UploadEnd<T> end = new UploadEnd<>(upload, call, work -> {
            accounts.write(identity, actor, scope -> {
                enter(call, scope, identity, actor);
                work.run();
                return new Done<>(call, List.of());
            });
            call.discloseBy(outside);
        });
        @Nullable T received = null;
        try {
            call.discloseBy(outside);
            IntakeOf<T> intake = IntakeOf.receive(upload, call, watched(identity, call), end::progress);
            received = intake.received();
            Reply reply = record(upload, intake, declared, identity, actor, call);
            if (Idempotency.isReplay(reply)) {
                end.putAway(received);
            }
            return reply;
        } catch (RuntimeException e) {
            throw end.undo(received, e);
        }
    }

    private <T> Reply record(
            Upload<T> upload, IntakeOf<T> intake, Declared declared, Identity identity, Actor actor, Incoming call) {
        return accounts.write(identity, actor, scope -> {
            enter(call, scope, identity, actor);
            Supplier<Reply> record = () -> upload.record(call, intake.received());
            Reply recorded =
                    idempotency.applies(call) ? idempotency.once(scope, call, intake.digest(), record) : record.get();
            return done(declared, identity, actor, recorded);
        });
    }

    private CutInput watched(Identity identity, Incoming call) {
        try {
            return streams.reading(identity, call.bodyStream());
        } catch (IOException e) {
            throw Refusal.unavailable();
        }
    }

    private void enter(Incoming call, AccountScope scope, Identity identity, Actor actor) {
        call.enter(scope);
        call.discloseBy(disclosure -> {
            scope.admitDisclosure();
            accounts.disclose(identity, actor, disclosure);
        });
    }

    private Done<Reply> done(Declared declared, Identity identity, Actor actor, Reply reply) {
        if (!declared.audited()) {
            return new Done<>(reply, List.of());
        }
        Touch touch = new Touch(declared.action(), declared.resource(), reply.touched());
        return new Done<>(reply, List.of(accounts.entry(identity, actor, touch, reply.details())));
    }

    /** A caller who is not known by now leaves no entry; a known one always does, even when suspended. */
    private void noteRefusal(Refusal refusal, Declared declared, Identity identity, Actor actor) {
        if (refusal.status() == 401 || refusal.status() == 503) {
            return;
        }
        accounts.note(identity, actor, new Touch(declared.action(), declared.resource(), List.of()), refusal.slug());
    }
}
