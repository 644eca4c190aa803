package com.klinity.identity.testkit;

import com.klinity.identity.spi.IdentityAdapter;
import com.klinity.identity.spi.IdentityContext;
import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.Vendor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An adapter that remembers what it opened, so that a test can ask the provider itself. */
public final class OpenedProvider implements IdentityAdapter {

    private final IdentityAdapter adapter;
    private volatile @Nullable IdentityProvider opened;

    /** Around the adapter under test. */
    public OpenedProvider(IdentityAdapter adapter) {
        this.adapter = adapter;
    }

    /** What the server opened last. */
    public IdentityProvider get() {
        return Objects.requireNonNull(opened, "no server has opened it");
    }

    @Override
    public String name() {
        return adapter.name();
    }

    @Override
    public Vendor vendor() {
        return adapter.vendor();
    }

    @Override
    public IdentityProvider open(IdentityContext context) {
        IdentityProvider provider = adapter.open(context);
        opened = provider;
        return provider;
    }
}
