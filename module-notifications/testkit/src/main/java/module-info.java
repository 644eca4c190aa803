/** For tests of mail transports: the contract every one of them passes. */
module com.klinity.notifications.testkit {
    requires transitive com.klinity.notifications;
    requires transitive org.junit.jupiter.api;

    exports com.klinity.notifications.testkit;
}
