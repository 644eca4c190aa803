package com.klinity.platform.server;

import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Cursor;
import com.klinity.platform.spi.Discloser;
import com.klinity.platform.spi.Disclosure;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Precondition;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Scope;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request on its way through the pipeline. One thread at a time. */
final class Incoming implements Call {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final HeaderName IF_MATCH = HeaderNames.IF_MATCH;

    private final ServerRequest request;
    private final JacksonJson json;
    private final UUID requestId;
    private final String peer;
    private final RequestBody body;
    private final Set<String> knownQuery = new HashSet<>();
    private final AtomicReference<@Nullable Thread> answerer = new AtomicReference<>();
    private final Consumer<Refusal> aside;
    private Map<String, String> parameters = Map.of();
    private String route = "";
    private @Nullable UUID account;
    private @Nullable Scope scope;
    private @Nullable Discloser discloser;

    /**
     * Just come in.
     *
     * @param aside sends a refusal on another thread, when the one that handles the call does not come back
     */
    Incoming(ServerRequest request, JacksonJson json, UUID requestId, String peer, Consumer<Refusal> aside) {
        this.aside = aside;
        this.request = request;
        this.json = json;
        this.requestId = requestId;
        this.peer = peer;
        this.body = new RequestBody(request);
    }

    void matched(RouteTable.Match match) {
        parameters = match.parameters();
        route = match.route().name();
    }

    /** Method and pattern of its route, without a value; empty before it is matched. */
    String route() {
        return route;
    }

    /**
     * True when the current thread is the one that answers: each call has one answer.
     */
    boolean claimAnswer() {
        Thread current = Thread.currentThread();
        return answerer.compareAndSet(null, current) || current.equals(answerer.get());
    }

    void answerAside(Refusal refusal) {
        if (claimAnswer()) {
            aside.accept(refusal);
        }
    }

    void receiveBody(Duration time, int most, Memory.Hold hold) {
        body.receive(time, most, hold);
    }

    void dropBody() {
        body.drop();
    }

    void leaveBody() {
        body.leave();
    }

    void requireBody() {
        body.require();
    }

    void identified(UUID caller) {
        account = caller;
    }

    void enter(Scope entered) {
        scope = entered;
    }

    /** The scope has ended; what is disclosed from here on waits for nobody. */
    void leave(Discloser way) {
        scope = null;
        discloser = way;
    }

    void discloseBy(Discloser way) {
        discloser = way;
    }

    ServerRequest request() {
        return request;
    }

    InputStream bodyStream() {
        return body.stream();
    }

    @Override
    public UUID requestId() {
        return requestId;
    }

    @Override
    public String peer() {
        return peer;
    }

    @Override
    public String path(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter {" + name + "}");
        }
        return value;
    }

    @Override
    public UUID id(String name) {
        String text = path(name);
        if (!UUID_FORM.matcher(text).matches()) {
            throw Refusal.notFound();
        }
        return UUID.fromString(text);
    }

    @Override
    public Optional<String> query(String name) {
        knownQuery.add(name);
        List<String> values = request.query().all(name, List::of);
        if (values.size() > 1) {
            throw Refusal.malformed("The query parameter '" + name + "' may be given once.");
        }
        return values.stream().findFirst();
    }

    @Override
    public void noOtherQuery() {
        for (String name : request.query().names()) {
            if (!knownQuery.contains(name)) {
                throw Refusal.malformed("There is a query parameter that is not known here; known are: "
                        + knownQuery.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
        }
    }

    @Override
    public Page page() {
        int limit = query("limit").map(Incoming::limit).orElse(DEFAULT_LIMIT);
        Optional<Page.Position> after = query("cursor")
                .map(text -> Cursor.decode(text)
                        .orElseThrow(() -> Refusal.malformed("'cursor' must be one that this server gave out.")));
        return new Page(limit, after);
    }

    private static int limit(String text) {
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("'limit' must be a whole number from 1 to " + MOST + ".");
        }
        return limit;
    }

    @Override
    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    @Override
    public String contentType() {
        return header("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    @Override
    public <T> T body(Class<T> type) {
        requireType("application/json");
        return json.parse(rawBody(), type);
    }

    @Override
    public <T> T merge(T current, Class<T> type) {
        requireType("application/merge-patch+json");
        return json.merge(current, rawBody(), type);
    }

    private void requireType(String own) {
        String type = contentType();
        if (!type.equals(own) && !type.equals("application/json")) {
            throw Refusal.unsupportedMediaType("Send the body as " + own + ".");
        }
    }

    @Override
    public byte[] rawBody() {
        return body.bytes();
    }

    @Override
    public String accept(List<String> offered) {
        return AcceptHeader.best(String.join(",", request.headers().values(HeaderNames.ACCEPT)), offered);
    }

    @Override
    public Precondition ifMatch() {
        List<String> values = request.headers().values(IF_MATCH);
        if (values.isEmpty()) {
            throw Refusal.preconditionRequired();
        }
        return new Precondition(values.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .collect(Collectors.toSet()));
    }

    @Override
    public UUID account() {
        return bound(account);
    }

    @Override
    public Scope scope() {
        return bound(scope);
    }

    @Override
    public void disclose(Disclosure disclosure) {
        bound(discloser).disclose(disclosure);
    }

    private static <T> T bound(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("this route's access is not bound to an account");
        }
        return value;
    }
}
