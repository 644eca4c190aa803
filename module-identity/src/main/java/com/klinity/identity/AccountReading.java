package com.klinity.identity;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Staged;
import java.util.Optional;

/** Shows an account, with the e-mail address that the provider is asked for once; the answer is kept with the account. */
record AccountReading(KnownAddresses addresses) implements Staged<StoredAccount, Optional<String>> {

    @Override
    public StoredAccount admit(Call call) {
        return new AccountTable(call.scope()).find();
    }

    @Override
    public Optional<String> work(Call call, StoredAccount stored) {
        return stored.account().email() == null ? addresses.of(call.account()) : Optional.empty();
    }

    /** What was found meanwhile by another call is not written again. */
    @Override
    public Reply record(Call call, Optional<String> told) {
        AccountTable table = new AccountTable(call.scope());
        StoredAccount stored = table.find();
        if (told.isEmpty() || stored.account().email() != null) {
            return AccountRoutes.reply(stored);
        }
        table.remember(told.get());
        return AccountRoutes.reply(new StoredAccount(stored.account().withEmail(told.get()), stored.version()));
    }
}
