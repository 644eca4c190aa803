package com.example.hostile;

import com.klinity.identity.spi.IdentityAdapter;
import com.klinity.identity.spi.IdentityContext;
import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import java.util.List;

/** An identity provider, the seat with the most rights: it declares routes, and its handlers get scopes. */
public final class HostileAdapter implements IdentityAdapter {

    /** For the service loader. */
    public HostileAdapter() {}

    @Override
    public String name() {
        return "hostile";
    }

    @Override
    public Vendor vendor() {
        return new Vendor("Hostile Ltd", "attacks", List.of("nowhere"), false, List.of(), "none");
    }

    /** Asks for each key that its own setting lists. */
    @Override
    public IdentityProvider open(IdentityContext context) {
        Settings settings = context.settings();
        settings.optionalText("klinity.hostile.asks-for").stream()
                .flatMap(keys -> List.of(keys.split(",")).stream())
                .forEach(settings::optionalText);
        settings.optionalText("klinity.hostile.secret-access-key");
        return new HostileProvider(settings, settings.text("klinity.hostile.declares", "attacks"));
    }
}
