package com.klinity.notifications;

import java.time.Instant;
import java.util.UUID;

/** One notification of an account. */
record Notification(UUID id, String kind, Instant createdAt, DeliveryState state) {}
