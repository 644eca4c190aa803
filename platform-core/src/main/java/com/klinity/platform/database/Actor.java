package com.klinity.platform.database;

import java.util.UUID;

/**
 * Who acts, as the audit log names it.
 *
 * @param userId    the token's subject, or what acts in its place
 * @param ipAddress the peer's address; empty for work of the server itself
 * @param requestId id of the request or job attempt
 */
public record Actor(String userId, String ipAddress, UUID requestId) {}
