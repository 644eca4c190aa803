package com.klinity.identity;

import com.klinity.identity.spi.IdentityFailure;
import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.UuidV7;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** {@code /v1/account}. */
final class AccountRoutes {

    private static final System.Logger LOG = System.getLogger(AccountRoutes.class.getName());

    private static final String SIGNED_OUT_MAIL = "notifications.signed-out";

    private final IdentityProvider provider;
    private final InstantSource clock;

    AccountRoutes(IdentityProvider provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    Reply read(Call call) {
        call.noOtherQuery();
        AccountTable table = new AccountTable(call.scope());
        return reply(withEmail(table, table.find()));
    }

    Reply change(Call call) {
        call.noOtherQuery();
        AccountTable table = new AccountTable(call.scope());
        StoredAccount stored = table.findForChange();
        if (call.header("If-Match").isPresent()) {
            call.ifMatch().check(stored.tag());
        }
        AccountChange current = new AccountChange(stored.account().settings());
        AccountSettings settings =
                Objects.requireNonNull(call.merge(current, AccountChange.class).settings(), "checked by AccountChange");
        table.save(settings);
        return reply(new StoredAccount(stored.account().withSettings(settings), stored.version() + 1));
    }

    /**
     * The provider first: once its refresh tokens are dead no access token can be newer than the mark set after it. When
     * it cannot tell that they are, nothing is marked and the caller hears so.
     */
    Reply signOut(Call call) {
        call.noOtherQuery();
        UUID account = call.scope().account();
        try {
            provider.signOutEverywhere(account);
        } catch (IdentityFailure e) {
            LOG.log(Level.WARNING, "sign-out everywhere failed at the identity provider: {0}", e.code());
            throw Refusal.unavailable();
        }
        AccountTable table = new AccountTable(call.scope());
        table.signOut(clock.instant());
        noticeOfSignOut(call.scope(), table);
        return Reply.noContent().about(account);
    }

    /** A mail after the commit; sent to the address that is known by then. */
    private void noticeOfSignOut(Scope scope, AccountTable table) {
        withEmail(table, table.find());
        scope.enqueue(SIGNED_OUT_MAIL, UuidV7.at(clock.instant()));
    }

    /** Asks the provider once; the answer is kept with the account. */
    private StoredAccount withEmail(AccountTable table, StoredAccount stored) {
        if (stored.account().email() != null) {
            return stored;
        }
        Optional<String> email = askForEmail(stored.account().id());
        email.ifPresent(table::remember);
        return email.map(known -> new StoredAccount(stored.account().withEmail(known), stored.version()))
                .orElse(stored);
    }

    /** An account without its address is still worth showing. */
    private Optional<String> askForEmail(UUID account) {
        try {
            return provider.email(account);
        } catch (IdentityFailure e) {
            LOG.log(Level.WARNING, "the identity provider could not tell an e-mail address: {0}", e.code());
            return Optional.empty();
        }
    }

    private static Reply reply(StoredAccount stored) {
        return Reply.ok(stored.account())
                .etag(stored.tag())
                .about(stored.account().id());
    }
}
