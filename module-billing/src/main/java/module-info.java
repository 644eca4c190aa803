/**
 * Plans and subscriptions. Never reads a PHI module, so no payment provider can be handed clinical data.
 *
 * <p>{@code com.klinity.billing.spi} is what adapters of payment providers implement.
 *
 * @provides com.klinity.platform.spi.FeatureModule the feature {@code billing}
 */
module com.klinity.billing {
    requires transitive com.klinity.platform;

    exports com.klinity.billing.spi;

    opens com.klinity.billing.spi to
            tools.jackson.databind;

    provides com.klinity.platform.spi.FeatureModule with
            com.klinity.billing.BillingModule;
}
