package com.klinity.platform.spi;

/**
 * Collects a feature's routes.
 *
 * <p>A path is absolute and made of fixed segments and parameters: {@code /v1/patients/{id}}. A fixed segment wins over a
 * parameter. Two routes with the same method and shape stop the start.
 *
 * <p>A route takes the query parameters that it declares, and no other.
 */
public interface Routes {

    /** Adds a route. */
    void add(Method method, String path, Access access, Parameters query, Handler handler);

    /**
     * Adds a route whose answer needs a vendor, or time. Its access is bound to an account; a call of anybody, or of a
     * vendor, has no transaction and needs no stages.
     */
    <A, W> void staged(Method method, String path, Access access, Parameters query, Staged<A, W> staged);

    /** The same without a query. */
    default <A, W> void staged(Method method, String path, Access access, Staged<A, W> staged) {
        staged(method, path, access, Parameters.none(), staged);
    }

    /** Adds a {@code POST} without a query whose body is taken in as a stream, before the transaction that records it. */
    <T> void upload(String path, Access access, Upload<T> upload);

    /**
     * Adds a {@code GET} whose answer may be long, or go on. It counts among an account's streams and not among its
     * requests, so that followers keep nobody from asking.
     */
    void stream(String path, Access access, Parameters query, Handler handler);

    /** The same without a query. */
    default void stream(String path, Access access, Handler handler) {
        stream(path, access, Parameters.none(), handler);
    }

    /** Adds a route without a query. */
    default void add(Method method, String path, Access access, Handler handler) {
        add(method, path, access, Parameters.none(), handler);
    }

    /** Adds a {@code GET}. */
    default void get(String path, Access access, Parameters query, Handler handler) {
        add(Method.GET, path, access, query, handler);
    }

    /** Adds a {@code GET} without a query. */
    default void get(String path, Access access, Handler handler) {
        add(Method.GET, path, access, handler);
    }

    /** Adds a {@code POST} that takes a query. */
    default void post(String path, Access access, Parameters query, Handler handler) {
        add(Method.POST, path, access, query, handler);
    }

    /** Adds a {@code POST}. */
    default void post(String path, Access access, Handler handler) {
        add(Method.POST, path, access, handler);
    }

    /** Adds a {@code PUT}. */
    default void put(String path, Access access, Handler handler) {
        add(Method.PUT, path, access, handler);
    }

    /** Adds a {@code PATCH}. */
    default void patch(String path, Access access, Handler handler) {
        add(Method.PATCH, path, access, handler);
    }

    /** Adds a {@code DELETE} that takes a query. */
    default void delete(String path, Access access, Parameters query, Handler handler) {
        add(Method.DELETE, path, access, query, handler);
    }

    /** Adds a {@code DELETE}. */
    default void delete(String path, Access access, Handler handler) {
        add(Method.DELETE, path, access, handler);
    }
}
