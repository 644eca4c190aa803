package com.klinity.platform.spi;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One parsed request. Used by the thread that handles it, and not after. */
public interface Call extends Discloser {

    /** Id of this request, as the answer's {@code X-Request-Id} and the audit entry have it. */
    UUID requestId();

    /** The peer's address as text, behind trusted proxies the right-most one that is not trusted. */
    String peer();

    /** A path parameter, decoded. */
    String path(String name);

    /**
     * A path parameter that is an id.
     *
     * @throws Refusal 404 when it is not a UUID in its usual form, exactly as for an id that never existed
     */
    UUID id(String name);

    /**
     * A query parameter that the route declares, decoded; empty when absent. It is of its declared form.
     *
     * @throws IllegalArgumentException when the route does not declare it
     */
    Optional<String> query(String name);

    /**
     * The same as a value.
     *
     * @param type as declared
     * @throws IllegalArgumentException when the route declares it as something else
     */
    <T> Optional<T> query(String name, Class<T> type);

    /**
     * For a route that takes fewer parameters in some of its forms: refuses what has not been read yet.
     *
     * @throws Refusal 400, naming them
     */
    void noOtherQuery();

    /**
     * The part of the list that {@link Parameters#page} asks for.
     *
     * @throws IllegalArgumentException when the route does not declare those
     */
    Page page();

    /** A header's only value. */
    Optional<String> header(String name);

    /** The media type of the body, lower case, without parameters; empty text when there is none. */
    String contentType();

    /**
     * The body read as JSON into a record.
     *
     * @throws Refusal 400 when it is not JSON of that shape (unknown fields included), 413, 415, or 422 with the fields
     *     when the record's constructor refuses it through {@link Rules}
     */
    <T> T body(Class<T> type);

    /**
     * A JSON Merge Patch (RFC 7396) applied to what is there.
     *
     * @param current what is there, a record of the type that a whole body would have
     * @throws Refusal as {@link #body}
     */
    <T> T merge(T current, Class<T> type);

    /**
     * The body as it came, at most a megabyte. It was read before any transaction began; an upload's is not here.
     *
     * @throws Refusal 400, 408 or 413 when it did not come whole, in time or in bounds
     */
    byte[] rawBody();

    /**
     * The best of the media types offered, by the {@code Accept} header; the first one wins a tie.
     *
     * @throws Refusal 406 when none is acceptable
     */
    String accept(List<String> offered);

    /**
     * What the caller believes is there.
     *
     * @throws Refusal 428 when the call has no {@code If-Match}
     */
    Precondition ifMatch();

    /**
     * The account that calls, the verified token's {@code sub}. There before and after the transaction too, for what is
     * kept outside the database.
     *
     * @throws IllegalStateException when the route's access is not bound to an account
     */
    UUID account();

    /**
     * The account's data.
     *
     * @throws IllegalStateException when the route's access is not bound to an account
     */
    Scope scope();

    /**
     * See {@link Discloser#disclose}. Usable wherever {@link #account()} is, also by {@link Staged#work}. Not by the very
     * first call of an account, which its transaction only makes: that is refused with 503.
     */
    @Override
    void disclose(Disclosure disclosure);
}
