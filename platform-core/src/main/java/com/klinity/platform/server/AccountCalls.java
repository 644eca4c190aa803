package com.klinity.platform.server;

import com.klinity.platform.database.AccountScope;
import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.Actor;
import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.Done;
import com.klinity.platform.database.Identity;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Staged;
import com.klinity.platform.spi.Touch;
import com.klinity.platform.spi.Upload;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Steps 6 to 11 for a call that is bound to an account: state, scope, handler, audit, commit; refusals audited too. */
final class AccountCalls {

    private final Accounts accounts;
    private final Idempotency idempotency;
    private final Deadlines deadlines;
    private final OpenStreams streams;
    private final RouteTable routes;

    AccountCalls(
            Accounts accounts, Idempotency idempotency, Deadlines deadlines, OpenStreams streams, RouteTable routes) {
        this.streams = streams;
        this.routes = routes;
        this.accounts = accounts;
        this.idempotency = idempotency;
        this.deadlines = deadlines;
    }

    /** What an answer may read on while it is sent. */
    Reads reads(Identity identity, Actor actor, Reply reply) {
        return OpenStreams.takesOut(reply) ? accounts.readsInTurn(identity, actor) : accounts.reads(identity, actor);
    }

    /** What the audit log is told about a route. */
    record Declared(Action action, String resource, boolean phi) {

        static Declared of(Access access) {
            return switch (access) {
                case Access.SignedIn signedIn -> of(signedIn);
                case Access.Phi phi -> of(phi);
                case Access.Open _, Access.VendorCallback _ -> throw new IllegalArgumentException("not of an account");
            };
        }

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
        Actor actor = actor(identity, call);
        try {
            return switch (route.target()) {
                case Route.Plain plain ->
                    deadlines.within(Stage.HANDLE, call, () -> once(plain, declared, identity, actor, call));
                case Route.InStages<?, ?> staged ->
                    idempotency.applies(declared, call)
                            ? claimed(staged.stages(), declared, identity, actor, call)
                            : inStages(staged.stages(), declared, identity, actor, call, (scope, work) -> work.get());
                case Route.Streamed<?> streamed -> takeIn(streamed.upload(), declared, identity, actor, call);
            };
        } catch (Remembered.ReadAgain done) {
            return again(done.first(), route, identity, call);
        } catch (DatabaseFailure e) {
            Refusal refusal = e.refusal().orElseThrow(() -> e);
            noteRefusal(refusal, declared, identity, actor);
            throw refusal;
        } catch (Refusal refusal) {
            noteRefusal(refusal, declared, identity, actor);
            throw refusal;
        }
    }

    /** A request that was done before reads what it made, as it is now, and is a read to the audit log too. */
    private Reply again(Remembered first, Route route, Identity identity, Incoming call) {
        String made = first.location()
                .orElseGet(
                        () -> RouteTable.above(call.request().path().rawPath()).orElse(""));
        Optional<RouteTable.Match> reading = routes.reading(made, route.feature());
        if (reading.isEmpty()) {
            Refusal refusal = Remembered.unreadable();
            noteRefusal(refusal, Declared.of(route.access()), identity, actor(identity, call));
            throw refusal;
        }
        Route read = reading.get().route();
        return first.with(answer(read, Declared.of(read.access()), identity, call.reading(reading.get())));
    }

    private static Actor actor(Identity identity, Incoming call) {
        return new Actor(identity.account().toString(), call.peer(), call.requestId());
    }

    private Reply once(Route.Plain plain, Declared declared, Identity identity, Actor actor, Incoming call) {
        boolean keyed = idempotency.applies(declared, call);
        Function<AccountScope, Done<Reply>> work = scope -> {
            enter(call, scope, identity, actor);
            call.requireForm();
            Supplier<Reply> handle = () -> plain.handler().handle(call);
            Reply reply = keyed ? idempotency.once(scope, call, call.rawBody(), handle) : handle.get();
            return done(declared, identity, actor, reply);
        };
        return changing(declared, identity, actor, work);
    }

    private <T> T changing(Declared declared, Identity identity, Actor actor, Function<AccountScope, Done<T>> work) {
        return declared.reads() ? accounts.read(identity, actor, work) : accounts.write(identity, actor, work);
    }

    /** Looks at the key before anything is admitted, so that a repeat has nothing done again. */
    private <A, W> Reply claimed(
            Staged<A, W> stages, Declared declared, Identity identity, Actor actor, Incoming call) {
        Claim claim = idempotency.claim(call, deadlines.times().whole());
        Optional<Reply> first = deadlines.within(
                Stage.ADMIT,
                call,
                () -> accounts.write(identity, actor, scope -> {
                    call.requireForm();
                    Optional<Reply> known = claim.take(scope);
                    return new Done<>(
                            known,
                            known.map(reply -> done(declared, identity, actor, reply)
                                            .entries())
                                    .orElse(List.of()));
                }));
        if (first.isPresent()) {
            return first.get();
        }
        try {
            return inStages(stages, declared, identity, actor, call, claim::kept);
        } catch (RuntimeException | Error e) { // whatever ended it, the key must be free for another try
            release(claim, identity, actor);
            throw e;
        }
    }

    private void release(Claim claim, Identity identity, Actor actor) {
        try {
            accounts.write(identity, actor, scope -> new Done<>(claim.release(scope), List.of()));
        } catch (DatabaseFailure | Refusal e) {
            System.getLogger(AccountCalls.class.getName())
                    .log(Level.DEBUG, "a claimed key is free again when its time is over: {0}", e.getMessage());
        }
    }

    /** What becomes of the record's reply in its transaction. */
    private interface Keeping {
        Reply keep(AccountScope scope, Supplier<Reply> record);
    }

    private <A, W> Reply inStages(
            Staged<A, W> stages, Declared declared, Identity identity, Actor actor, Incoming call, Keeping keeping) {
        A admitted = admitted(stages, identity, actor, call);
        W worked = deadlines.within(Stage.WORK, call, () -> stages.work(call, admitted));
        return recorded(stages, worked, declared, identity, actor, call, keeping);
    }

    private <T> Reply takeIn(Upload<T> upload, Declared declared, Identity identity, Actor actor, Incoming call) {
        try {
            deadlines.within(Stage.ADMIT, call, () -> changed(identity, actor, call, () -> admit(upload, call)));
            return takeInAdmitted(upload, declared, identity, actor, call);
        } finally {
            upload.release(call);
        }
    }

    /** From here on it is recorded, or leaves nothing. */
    private <T> Reply takeInAdmitted(
            Upload<T> upload, Declared declared, Identity identity, Actor actor, Incoming call) {
        UploadEnd<T> end = new UploadEnd<>(upload, call, work -> changed(identity, actor, call, work));
        @Nullable T received = null;
        try {
            IntakeOf<T> intake = IntakeOf.receive(upload, call, watched(identity, call), end::progress);
            received = intake.received();
            Keeping keeping = (scope, record) -> idempotency.applies(declared, call)
                    ? idempotency.once(scope, call, intake.digest(), record)
                    : record.get();
            return recorded(() -> upload.record(call, intake.received()), declared, identity, actor, call, keeping);
        } catch (Remembered.ReadAgain done) {
            end.putAway(received);
            throw done;
        } catch (RuntimeException e) {
            throw end.undo(received, e);
        }
    }

    private static void admit(Upload<?> upload, Incoming call) {
        call.requireForm();
        upload.admit(call);
    }

    /** Does something in a scope of its own, beside what the call is for. */
    private void changed(Identity identity, Actor actor, Incoming call, Runnable work) {
        accounts.write(identity, actor, scope -> {
            enter(call, scope, identity, actor);
            work.run();
            return new Done<>(call, List.of());
        });
        call.leave(disclosure -> accounts.disclose(identity, actor, disclosure));
    }

    private CutInput watched(Identity identity, Incoming call) {
        try {
            return streams.reading(identity, call.bodyStream());
        } catch (IOException e) {
            throw Refusal.unavailable();
        }
    }

    private <A> A admitted(Staged<A, ?> stages, Identity identity, Actor actor, Incoming call) {
        A admitted = deadlines.within(
                Stage.ADMIT,
                call,
                () -> accounts.look(identity, actor, scope -> {
                    enter(call, scope, identity, actor);
                    call.requireForm();
                    return stages.admit(call);
                }));
        call.leave(disclosure -> accounts.disclose(identity, actor, disclosure));
        return admitted;
    }

    private <W> Reply recorded(
            Staged<?, W> stages,
            W worked,
            Declared declared,
            Identity identity,
            Actor actor,
            Incoming call,
            Keeping keeping) {
        try {
            return recorded(() -> stages.record(call, worked), declared, identity, actor, call, keeping);
        } catch (RuntimeException | Error e) {
            // What may have been recorded after all is left: an orphan does less harm than a record without its audio.
            if (!isUncertain(e)) {
                stages.discard(worked);
            }
            throw e;
        }
    }

    private Reply recorded(
            Supplier<Reply> record, Declared declared, Identity identity, Actor actor, Incoming call, Keeping keeping) {
        return deadlines.within(
                Stage.RECORD,
                call,
                () -> changing(declared, identity, actor, scope -> {
                    enter(call, scope, identity, actor);
                    return done(declared, identity, actor, keeping.keep(scope, record));
                }));
    }

    /** Whether it may have been done all the same. */
    static boolean isUncertain(Throwable e) {
        return switch (e) {
            case DatabaseFailure failure -> failure.outcomeUnknown();
            case Refusal refusal -> refusal.isUncertain();
            default -> false;
        };
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
