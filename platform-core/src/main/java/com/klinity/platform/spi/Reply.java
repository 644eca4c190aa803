package com.klinity.platform.spi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a handler answers: a value, not a stream that is already on its way. The core sends it once the transaction and
 * its audit entry are durable.
 *
 * @param status  HTTP status, 200 to 299
 * @param headers further header fields
 * @param body    what is sent
 * @param touched ids of the resources the call read or changed, for the audit entry
 * @param details more for the audit entry; never protected health information
 */
public record Reply(
        int status, Map<String, String> headers, Body body, List<UUID> touched, Map<String, String> details) {

    /** Between a version and the digest of what else an answer tells. */
    static final char DIGEST_FOLLOWS = '.';

    /** Copies the collections, keeping their order. */
    public Reply {
        headers = Map.copyOf(headers);
        touched = List.copyOf(touched);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    private Reply(int status, Body body) {
        this(status, Map.of(), body, List.of(), Map.of());
    }

    /** What is sent. */
    public sealed interface Body {}

    /** Nothing. */
    public record Empty() implements Body {}

    /**
     * Nothing, sent once that step was taken: after the commit, outside the transaction, in bounded time. What it throws is
     * logged and changes nothing, for what was asked is done; what must not be lost is a job's.
     */
    public record After(Runnable step) implements Body {}

    /** A record, list or map, written as JSON. */
    public record Json(Object value) implements Body {}

    /** Bytes that are there already; what takes time to make is {@link Rendered}. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Bytes(String mediaType, byte[] bytes) implements Body {}

    /** Bytes made after the transaction, from values that were read in it. What it throws is told to the caller. */
    public record Rendered(String mediaType, Supplier<byte[]> bytes) implements Body {}

    /** Bytes read after the transaction, from somewhere that is not the database. */
    public record Stream(String mediaType, OptionalLong length, StreamWriter writer) implements Body {}

    /** Bytes made after the transaction from further reads of the account, for exports and events. */
    public record Live(String mediaType, LiveWriter writer) implements Body {}

    /** 200 with a JSON value. */
    public static Reply ok(Object json) {
        return new Reply(200, new Json(json));
    }

    /** 201 with the new resource and where it is. */
    public static Reply created(String location, Object json) {
        return new Reply(201, new Json(json)).header("Location", location);
    }

    /** 202: work goes on at that place. */
    public static Reply accepted(String location, Object json) {
        return new Reply(202, new Json(json)).header("Location", location);
    }

    /** 202 without a place to look. */
    public static Reply accepted() {
        return new Reply(202, new Empty());
    }

    /** 204. */
    public static Reply noContent() {
        return new Reply(204, new Empty());
    }

    /** 204 after a step that is taken once everything is committed. */
    public static Reply noContentAfter(Runnable step) {
        return new Reply(204, new After(step));
    }

    /** 200 with bytes that are already there. */
    public static Reply bytes(String mediaType, byte[] bytes) {
        return new Reply(200, new Bytes(mediaType, bytes));
    }

    /** 200 with bytes that are made after the commit, outside the transaction. */
    public static Reply rendered(String mediaType, Supplier<byte[]> bytes) {
        return new Reply(200, new Rendered(mediaType, bytes));
    }

    /** 200 with bytes that are read while they are sent. */
    public static Reply stream(String mediaType, long length, StreamWriter writer) {
        return new Reply(200, new Stream(mediaType, OptionalLong.of(length), writer));
    }

    /** 200 with bytes that further reads of the account make while they are sent. */
    public static Reply live(String mediaType, LiveWriter writer) {
        return new Reply(200, new Live(mediaType, writer));
    }

    /** The same with another status. */
    public Reply status(int other) {
        return new Reply(other, headers, body, touched, details);
    }

    /** The same with one more header field. */
    public Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body, touched, details);
    }

    /** The same with the entity tag of that version. */
    public Reply etag(long version) {
        return header("ETag", etagOf(version));
    }

    /**
     * The same with the entity tag of that version and of what else the answer tells, which may become another without it:
     * who has the version only is told the rest. {@code If-Match} with such a tag names the version.
     *
     * @param told its {@link Object#toString} says all of it; only a digest goes out
     */
    public Reply etag(long version, Object told) {
        return header("ETag", etagOf(version, told));
    }

    /** The same, saying that it touched that resource too. */
    public Reply about(UUID id) {
        return about(List.of(id));
    }

    /** The same, saying that it touched these resources too. */
    public Reply about(Collection<UUID> ids) {
        List<UUID> more = new ArrayList<>(touched);
        more.addAll(ids);
        return new Reply(status, headers, body, more, details);
    }

    /** The same with one more detail for the audit entry; never protected health information. */
    public Reply detail(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Reply(status, headers, body, touched, more);
    }

    /** The strong entity tag of a version (RFC 9110 §8.8.3). */
    static String etagOf(long version) {
        return "\"" + version + "\"";
    }

    /** The same of a version and of what else is told. */
    static String etagOf(long version, Object told) {
        UUID digest = UUID.nameUUIDFromBytes(told.toString().getBytes(StandardCharsets.UTF_8));
        return "\"" + version + DIGEST_FOLLOWS + digest + "\"";
    }
}
