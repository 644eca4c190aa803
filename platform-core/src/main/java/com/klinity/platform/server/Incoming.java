package com.klinity.platform.server;

import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Call;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request on its way through the pipeline. One thread at a time. */
final class Incoming implements Call {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern OTHER_CHARSET =
            Pattern.compile(";\\s*+charset\\s*+=\\s*+(?!\"?utf-?8\"?\\s*(;|$))", Pattern.CASE_INSENSITIVE);
    private static final HeaderName IF_MATCH = HeaderNames.IF_MATCH;
    private static final HeaderName IF_NONE_MATCH = HeaderNames.IF_NONE_MATCH;

    private final ServerRequest request;
    private final JacksonJson json;
    private final UUID requestId;
    private final String peer;
    private final RequestBody body;
    private final Query query;
    private final AtomicReference<@Nullable Thread> answerer;
    private final Consumer<Refusal> aside;
    private final boolean bare;
    private Map<String, String> parameters = Map.of();
    private String route = "";
    private Set<String> noneMatch = Set.of();
    private @Nullable UUID account;
    private @Nullable Scope scope;
    private @Nullable Discloser discloser;

    /**
     * Just come in.
     *
     * @param aside sends a refusal on another thread, when the one that handles the call does not come back
     */
    Incoming(ServerRequest request, JacksonJson json, UUID requestId, String peer, Consumer<Refusal> aside) {
        this(request, json, requestId, peer, aside, new AtomicReference<>(), false);
    }

    private Incoming(
            ServerRequest request,
            JacksonJson json,
            UUID requestId,
            String peer,
            Consumer<Refusal> aside,
            AtomicReference<@Nullable Thread> answerer,
            boolean bare) {
        this.aside = aside;
        this.request = request;
        this.json = json;
        this.requestId = requestId;
        this.peer = peer;
        this.body = new RequestBody(request);
        this.answerer = answerer;
        this.bare = bare;
        this.query = new Query(bare ? Map.of() : request.query().toMap(), json);
    }

    /** The plain {@code GET} of what this call made, on its behalf: without a header, a query or a body of its own. */
    Incoming reading(RouteTable.Match match) {
        Incoming reading = new Incoming(request, json, requestId, peer, aside, answerer, true);
        reading.matched(match);
        reading.identified(account());
        return reading;
    }

    void matched(RouteTable.Match match) {
        parameters = match.parameters();
        route = match.route().name();
        query.of(match.route());
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

    /** Goes on when there is nothing wrong with the body, the query, nor the tags of what the caller has. */
    void requireForm() {
        body.require();
        query.require();
        noneMatch =
                safe() ? EntityTags.of(IF_NONE_MATCH, headers(IF_NONE_MATCH)).orElse(Set.of()) : Set.of();
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
        return query.text(name);
    }

    @Override
    public <T> Optional<T> query(String name, Class<T> type) {
        return query.value(name, type);
    }

    @Override
    public void noOtherQuery() {
        query.close();
    }

    @Override
    public Page page() {
        return query.page();
    }

    @Override
    public Optional<String> header(String name) {
        return bare ? Optional.empty() : request.headers().first(HeaderNames.create(name));
    }

    /** The values of a field that holds a list of them. */
    private List<String> headers(HeaderName name) {
        return bare ? List.of() : request.headers().values(name);
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
        if (header("Content-Type").filter(OTHER_CHARSET.asPredicate()).isPresent()) {
            throw Refusal.unsupportedMediaType("Send the body in UTF-8 (RFC 8259); no other charset is read.");
        }
    }

    @Override
    public byte[] rawBody() {
        return body.bytes();
    }

    @Override
    public String accept(List<String> offered) {
        return AcceptHeader.best(String.join(",", headers(HeaderNames.ACCEPT)), offered);
    }

    @Override
    public Precondition ifMatch() {
        return new Precondition(EntityTags.of(IF_MATCH, headers(IF_MATCH)).orElseThrow(Refusal::preconditionRequired));
    }

    /** The tags of what the caller has already, once {@link #requireForm} has read them. */
    Set<String> noneMatch() {
        return noneMatch;
    }

    private boolean safe() {
        String method = request.prologue().method().text();
        return method.equals("GET") || isHead();
    }

    /** Whether only the answer's head is wanted. */
    boolean isHead() {
        return request.prologue().method().text().equals(RouteTable.HEAD);
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
