package com.klinity.notifications.spi;

import com.klinity.platform.spi.Settings;
import java.time.InstantSource;

/** What a mail transport may use of the platform. Safe for many threads. */
public interface MailContext {

    /** The deployer's settings; to be read while the transport opens. */
    Settings settings();

    /** The clock mails are dated by. */
    InstantSource clock();
}
