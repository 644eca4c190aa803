package com.klinity.notifications;

import com.klinity.notifications.spi.MailContext;
import com.klinity.platform.spi.Settings;
import java.time.InstantSource;

/** The part of the feature's context that a transport sees. */
record TransportContext(Settings settings, InstantSource clock) implements MailContext {}
