package com.klinity.platform.spi;

/** Answers a call. It never touches the wire: what it returns is sent after the audit entry is durable. */
@FunctionalInterface
public interface Handler {

    /**
     * Runs on a virtual thread, in bounded time: it is interrupted when that is up. When the route's access is bound to an
     * account it runs inside one transaction that is rolled back if anything is thrown. It may only ask the database there;
     * adapters refuse to be called, see {@link Staged}.
     *
     * @throws Refusal when the call cannot be answered as asked
     */
    Reply handle(Call call);
}
