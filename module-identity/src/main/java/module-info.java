/**
 * Accounts: who the practitioner is, what he or she has set, and signing out everywhere.
 *
 * <p>{@code com.klinity.identity.spi} is what identity providers implement; all else is hidden.
 *
 * @provides com.klinity.platform.spi.FeatureModule the account routes and the issuer whose tokens are accepted
 */
module com.klinity.identity {
    requires transitive com.klinity.platform;

    exports com.klinity.identity.spi;

    opens com.klinity.identity to
            tools.jackson.databind;

    provides com.klinity.platform.spi.FeatureModule with
            com.klinity.identity.IdentityModule;
}
