package com.klinity.billing;

import com.klinity.billing.spi.PaymentProvider;
import com.klinity.billing.spi.PaymentProviderAdapter;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;

/** Declares the billing feature. It keeps nothing of its own. */
public final class BillingModule implements FeatureModule {

    private static final String PROVIDER = "klinity.billing.provider";

    /** Made by the service loader. */
    public BillingModule() {}

    @Override
    public String name() {
        return "billing";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), BillingModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return new BillingRoutes(provider(context));
    }

    private static PaymentProvider provider(FeatureContext context) {
        if (context.settings().text(PROVIDER, SelfHosted.NAME).equals(SelfHosted.NAME)) {
            return new SelfHosted();
        }
        return context.adapter(PaymentProviderAdapter.class, PROVIDER, SelfHosted.NAME)
                .open(context.settings());
    }
}
