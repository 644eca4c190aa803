package com.klinity.platform.server;

import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.Actor;
import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.Identity;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.server.connection.KnownCaller;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.UuidV7;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The way of every request, in this order:
 *
 * <ol>
 *   <li>request id and peer address
 *   <li>transport: HTTPS where it is demanded
 *   <li>route and its declared access
 *   <li>token: signature, issuer, client, times – no database
 *   <li>the body, whole, in bounded size and time; an upload's is read between its stages
 *   <li>account state, scope, handler, audit entry and commit in one transaction; refusals audited in their own
 *   <li>the answer, which is made only now; streams start only now, watched to their end
 * </ol>
 */
final class RequestPipeline implements Handler {

    private static final Reads NO_ACCOUNT = new Reads() {
        @Override
        public <T, E extends Exception> T in(Work<T, E> work) {
            throw new IllegalStateException("this route's access is not bound to an account");
        }
    };

    private final RouteTable routes;
    private final Authentication authentication;
    private final Map<String, AccountCalls> accountCalls;
    private final Replies replies;
    private final OpenStreams streams;
    private final Transport transport;
    private final Budgets budgets;
    private final Memory memory;
    private final Deadlines deadlines;
    private final AfterCommit afterCommit;
    private final RequestMetrics metrics;
    private final JacksonJson json;
    private final InstantSource clock;

    RequestPipeline(
            RouteTable routes,
            Authentication authentication,
            Map<String, Accounts> accounts,
            OpenStreams streams,
            Transport transport,
            Budgets budgets,
            Memory memory,
            AnswerPace pace,
            Deadlines deadlines,
            RequestMetrics metrics,
            JacksonJson json,
            InstantSource clock) {
        this.routes = routes;
        this.authentication = authentication;
        this.accountCalls = accounts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> new AccountCalls(
                                entry.getValue(),
                                new Idempotency(entry.getValue().digests(), clock),
                                deadlines,
                                streams,
                                routes)));
        this.replies = new Replies(json, pace);
        this.streams = streams;
        this.transport = transport;
        this.budgets = budgets;
        this.memory = memory;
        this.deadlines = deadlines;
        this.afterCommit = new AfterCommit(deadlines, json);
        this.metrics = metrics;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        UUID id = UuidV7.at(clock.instant());
        Incoming call = new Incoming(
                request, json, id, transport.peer(request), refusal -> replies.aside(response, refusal, id));
        Replies.always(response, call.requestId());
        try {
            if (transport.admit(request, response)) {
                answer(call, response);
            }
        } catch (Refusal refusal) {
            replies.send(mine(response, call), refusal, call.requestId());
        } catch (DatabaseFailure e) { // of a stream before its first byte
            replies.send(mine(response, call), told(e, call), call.requestId());
        } finally {
            metrics.count(response.status().code());
        }
    }

    private void answer(Incoming call, ServerResponse response) {
        RouteTable.Match match = routes.find(
                call.request().prologue().method().text(),
                call.request().prologue().uriPath().rawPath());
        call.matched(match);
        Route route = match.route();
        switch (route.access()) {
            case Access.Open _ -> answerStranger(() -> plain(route, call), route, call, response);
            case Access.VendorCallback callback ->
                answerStranger(() -> verified(callback, route, call), route, call, response);
            case Access.SignedIn access -> answer(route, AccountCalls.Declared.of(access), call, response);
            case Access.Phi access -> answer(route, AccountCalls.Declared.of(access), call, response);
        }
    }

    private void answer(Route route, AccountCalls.Declared declared, Incoming call, ServerResponse response) {
        Identity identity = authentication.identify(call);
        call.identified(identity.account());
        KnownCaller.note();
        AccountCalls calls = Objects.requireNonNull(accountCalls.get(route.feature()), route.feature());
        try (Budgets.Part _ = budgets.take(identity.account(), route.use());
                Memory.Hold hold = memory.of(identity.account())) {
            receive(route, call, hold);
            Actor actor = new Actor(identity.account().toString(), call.peer(), call.requestId());
            Reply made = made(
                    () -> streams.watched(calls.answer(route, declared, identity, call), identity),
                    call,
                    hold,
                    declared.reads());
            send(response, made, call, calls.reads(identity, actor, made));
        }
    }

    /** Before any transaction, so that a caller who sends slowly keeps nobody waiting. */
    private void receive(Route route, Incoming call, Memory.Hold hold) {
        if (route.revokes()) {
            call.leaveBody();
        }
        if (route.takesBody()) {
            Duration time = deadlines.times().of(Stage.BODY);
            deadlines.within(Stage.BODY, call, () -> call.receiveBody(time, route.mostBody(), hold));
        }
    }

    /** The answer and nothing it was made from: whoever takes it slowly keeps no more than its bytes. */
    private Reply made(Supplier<Reply> work, Incoming call, Memory.Hold hold, boolean reads) {
        Reply made = afterCommit.made(Told.unlessKnown(guarded(work, call), call), call);
        call.dropBody();
        if (made.body() instanceof Reply.Bytes(String _, byte[] bytes)) {
            hold(bytes.length, hold, reads);
        }
        return made;
    }

    /** What was changed is changed, though there is no room to tell. */
    private static void hold(int length, Memory.Hold hold, boolean reads) {
        try {
            hold.resize(length);
        } catch (Refusal refusal) {
            throw reads ? refusal : Refusal.uncertain();
        }
    }

    /** After the commit, and after its audit entry is durable. */
    private void send(ServerResponse response, Reply made, Incoming call, Reads reads) {
        replies.send(mine(response, call), call.isHead() ? Told.headOf(made) : made, reads);
    }

    /** A call that was answered aside, because it did not come back in time, has no second answer. */
    private static ServerResponse mine(ServerResponse response, Incoming call) {
        if (!call.claimAnswer()) {
            throw new CloseConnectionException("the call was answered when its time was up");
        }
        return response;
    }

    private void answerStranger(Supplier<Reply> work, Route route, Incoming call, ServerResponse response) {
        try (Memory.Hold hold = memory.ofStranger(call.peer())) {
            receive(route, call, hold);
            call.requireForm();
            send(response, made(work, call, hold, false), call, NO_ACCOUNT);
        }
    }

    private Reply verified(Access.VendorCallback callback, Route route, Incoming call) {
        if (!callback.verifier().genuine(call)) {
            throw Refusal.unauthenticated();
        }
        return plain(route, call);
    }

    private Reply plain(Route route, Incoming call) {
        return switch (route.target()) {
            case Route.Plain plain ->
                deadlines.within(Stage.HANDLE, call, () -> plain.handler().handle(call));
            case Route.InStages<?, ?> _, Route.Streamed<?> _ ->
                throw new IllegalStateException(
                        "stages need an account: " + route.path().text());
        };
    }

    /** Whatever else a handler throws is the server's fault: told without content, logged without values. */
    private static Reply guarded(Supplier<Reply> work, Incoming call) {
        try {
            return work.get();
        } catch (DatabaseFailure e) {
            throw told(e, call);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Exception | StackOverflowError | LinkageError e) { // a plug-in throws what no compiler here has seen
            throw Unexpected.refusal(call.requestId(), e);
        }
    }

    private static Refusal told(DatabaseFailure failure, Incoming call) {
        return failure.refusal().orElseGet(() -> Unexpected.refusal(call.requestId(), failure));
    }
}
