/**
 * Mail to practitioners, sent through an outbox. A mail is a kind and a few short values checked by pattern, never free
 * text, so nothing about a patient can get into one.
 *
 * <p>{@code com.klinity.notifications.spi} is what mail transports implement; all else is hidden.
 *
 * @provides com.klinity.platform.spi.FeatureModule the mail jobs and the notification routes
 */
module com.klinity.notifications {
    requires transitive com.klinity.platform;

    exports com.klinity.notifications.spi;

    opens com.klinity.notifications to
            tools.jackson.databind;

    provides com.klinity.platform.spi.FeatureModule with
            com.klinity.notifications.NotificationsModule;
}
