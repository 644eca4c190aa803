package com.klinity.platform.testkit;

import java.util.List;
import java.util.UUID;

/** An audit entry, as far as tests ask about it. */
public record AuditLine(
        String action, String resourceType, List<UUID> resourceIds, String outcome, String details) {}
