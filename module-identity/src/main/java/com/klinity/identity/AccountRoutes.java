package com.klinity.identity;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.UuidV7;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;

/** {@code /v1/account}. */
final class AccountRoutes {

    private final InstantSource clock;
    private final AwaitedSignOuts awaited;
    private final Obeyed obeyed;

    AccountRoutes(InstantSource clock, AwaitedSignOuts awaited, Obeyed obeyed) {
        this.obeyed = obeyed;
        this.awaited = awaited;
        this.clock = clock;
    }

    Reply change(Call call) {
        AccountTable table = new AccountTable(call.scope());
        StoredAccount stored = table.findForChange();
        if (call.header("If-Match").isPresent()) {
            call.ifMatch().check(stored.tag());
        }
        AccountChange current = new AccountChange(stored.account().settings());
        AccountSettings settings =
                Objects.requireNonNull(call.merge(current, AccountChange.class).settings(), "checked by AccountChange");
        obeyed.check(stored.account().settings(), settings);
        table.save(settings);
        return reply(new StoredAccount(stored.account().withSettings(settings), stored.version() + 1));
    }

    /**
     * The mark first: from the commit on no token issued until now is good for anything, whatever the provider does. The
     * provider is told by a job, which see.
     */
    Reply signOut(Call call) {
        Scope scope = call.scope();
        new AccountTable(scope).signOut(clock.instant());
        UUID signOut = UuidV7.at(clock.instant());
        Runnable wait = awaited.expect(signOut);
        scope.enqueue(SignOutJob.TOPIC, signOut);
        return Reply.noContentAfter(wait).about(scope.account());
    }

    static Reply reply(StoredAccount stored) {
        return Reply.ok(stored.account())
                .etag(stored.tag())
                .about(stored.account().id());
    }
}
