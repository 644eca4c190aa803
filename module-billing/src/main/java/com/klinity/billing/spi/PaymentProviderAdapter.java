package com.klinity.billing.spi;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Settings;

/** One payment provider. Its vendor must declare that it touches no PHI. */
public interface PaymentProviderAdapter extends Adapter {

    /** Reads the provider's settings and makes it ready. Faults are noted in the settings. */
    PaymentProvider open(Settings settings);
}
