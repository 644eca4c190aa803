package com.klinity.platform.spi;

import java.net.URI;
import java.time.InstantSource;
import java.util.Set;

/** What the core hands a feature when it opens. Valid until the feature is closed; safe for many threads. */
public interface FeatureContext {

    /** The deployer's settings. */
    Settings settings();

    /** The clock that everything in the server goes by. */
    InstantSource clock();

    /** Records to JSON text and back, for {@code jsonb} columns and job payloads. */
    Json json();

    /**
     * The one adapter that the settings name.
     *
     * <p>The adapter is loaded from the folder of that name, in a module layer of its own. A name that no folder has,
     * that two folders have, or whose folder does not provide {@code type}, stops the start with the list of what there
     * is.
     *
     * @param type     the adapter interface of the calling feature's SPI
     * @param key      the settings key that holds the adapter's name
     * @param fallback the name when the key is not set
     */
    <A extends Adapter> A adapter(Class<A> type, String key, String fallback);

    /**
     * Offers an object to the features that are opened later.
     *
     * @throws IllegalStateException when that type was shared before
     */
    <T> void share(Class<T> type, T shared);

    /**
     * What an earlier feature shared.
     *
     * @throws StartFailure when nobody did
     */
    <T> T require(Class<T> type);

    /**
     * Says which values of an account's setting the calling feature obeys, such as the engines it has loaded. A setting that
     * nobody obeys is none.
     */
    default void obey(String setting, Set<String> values) {}

    /** Which values of an account's setting any feature obeys. Complete once the server has started. */
    default Set<String> obeyed(String setting) {
        return Set.of();
    }

    /** Names the issuer whose access tokens are accepted. Exactly one feature does so. */
    void trust(TrustedIssuer issuer);

    /**
     * The keys an outside issuer publishes there. Does not connect yet.
     *
     * @param address https, or http on this very machine; without user information
     * @throws IllegalArgumentException when it is another kind of address
     */
    JwksSource keysAt(URI address);

    /** Where work that outlives a request, and belongs to no account, is left. Usable once the server has started. */
    Jobs jobs();

    /**
     * The ends of the audit log's chains. Usable once the server has started.
     *
     * @throws StartFailure when the caller is not the feature {@code audit}
     */
    AuditHeads auditHeads();

    /** Word of changes to rows. There in every server; a context of another kind may have none. */
    default Changes changes() {
        throw new IllegalStateException("this is no server's context");
    }

    /**
     * The same transaction for the calling feature's own statements: for what an earlier feature asks of it, in the scope
     * of that feature's call. A scope names the tables of the feature whose call it is, and of those before it.
     *
     * @throws IllegalArgumentException when it is no scope of the platform
     */
    default Scope own(Scope scope) {
        throw new IllegalStateException("this is no server's context");
    }

    /** Where this server is reached, such as {@code http://127.0.0.1:8080}. Usable once the server has started. */
    URI serverAddress();
}
