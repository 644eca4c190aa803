package com.klinity.platform.server;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Handler;
import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.Upload;

/**
 * A declared route.
 *
 * @param feature who declared it
 * @param method  request method
 * @param path    its pattern
 * @param access  who may call it
 * @param target  what answers
 */
public record Route(String feature, Method method, PathPattern path, Access access, Target target) {

    /** What answers a route. */
    public sealed interface Target {}

    /** A handler. */
    record Plain(Handler handler) implements Target {}

    /** A body taken in as a stream. */
    record Streamed<T>(Upload<T> upload) implements Target {}
}
