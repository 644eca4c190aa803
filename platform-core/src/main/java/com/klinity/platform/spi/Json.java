package com.klinity.platform.spi;

/** Records to JSON text and back, by the same rules as request and response bodies. */
public interface Json {

    /** The JSON form of a record, list or map. */
    JsonText write(Object value);

    /** A record from JSON that this server wrote. */
    <T> T read(JsonText json, Class<T> type);
}
