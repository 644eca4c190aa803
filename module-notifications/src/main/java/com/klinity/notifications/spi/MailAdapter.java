package com.klinity.notifications.spi;

import com.klinity.platform.spi.Adapter;

/** A mail transport that the setting {@code klinity.notifications.transport} can name. */
public interface MailAdapter extends Adapter {

    /**
     * Reads the settings and makes the transport ready. Called once, before the server takes requests.
     *
     * @throws com.klinity.platform.spi.StartFailure when it cannot work, with a sentence a deployer can act on
     */
    MailTransport open(MailContext context);
}
