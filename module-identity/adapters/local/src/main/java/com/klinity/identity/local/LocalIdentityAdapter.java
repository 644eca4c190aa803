package com.klinity.identity.local;

import com.klinity.identity.spi.IdentityAdapter;
import com.klinity.identity.spi.IdentityContext;
import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.Vendor;
import java.nio.file.Path;

/** Opens the embedded issuer. */
public final class LocalIdentityAdapter implements IdentityAdapter {

    /** For the service loader. */
    public LocalIdentityAdapter() {}

    @Override
    public String name() {
        return "local";
    }

    @Override
    public Vendor vendor() {
        return Vendor.builtIn("sign-up and sign-in, for evaluation", false);
    }

    @Override
    public IdentityProvider open(IdentityContext context) {
        Path folder = context.settings().dataDirectory().resolve("identity");
        LocalSettings settings = LocalSettings.read(context.settings(), folder);
        SigningKey key = SigningKeyFile.loadOrMake(folder);
        Users users = Users.load(folder.resolve("users"), context.json());
        AccessTokens tokens = new AccessTokens(settings, key, context.json());
        Sessions sessions = new Sessions(users, tokens, new SuccessorKey(key), context.clock());
        return new LocalIdentityProvider(context, settings, key, users, sessions);
    }
}
