package com.klinity.identity;

import com.klinity.identity.spi.IdentityAdapter;
import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;

/** Declares the identity feature. */
public final class IdentityModule implements FeatureModule {

    private static final String PROVIDER = "klinity.identity.provider";

    /** For the service loader. */
    public IdentityModule() {}

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of("V1__settings.sql"), IdentityModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(new DataKind(
                "Account settings", false, "Kept until the account is deleted.", List.of("identity.settings")));
    }

    @Override
    public Feature open(FeatureContext context) {
        IdentityAdapter adapter = context.adapter(IdentityAdapter.class, PROVIDER, "local");
        IdentityProvider provider = adapter.open(new ProviderContext(context));
        context.trust(provider.issuer());
        return new IdentityFeature(
                provider, adapter.vendor(), context.clock(), new Obeyed(() -> context.obeyed("transcriptionEngine")));
    }
}
