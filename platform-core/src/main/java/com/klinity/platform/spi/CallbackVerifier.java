package com.klinity.platform.spi;

/** Tells whether a call really comes from the vendor, by its signature or shared secret. Compares in constant time. */
@FunctionalInterface
public interface CallbackVerifier {

    /** True when the call is genuine; the core answers 401 otherwise. Must not throw and must not block. */
    boolean genuine(Call call);
}
