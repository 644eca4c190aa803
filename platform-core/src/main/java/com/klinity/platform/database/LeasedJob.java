package com.klinity.platform.database;

import com.klinity.platform.spi.JsonText;
import java.util.Optional;
import java.util.UUID;

/**
 * A job this server holds for a while.
 *
 * @param id      the job
 * @param account whose it is; empty for work of the platform
 * @param subject what it is about
 * @param payload what it was given
 * @param attempt 1 for the first
 * @param fence   rises with each lease; a write under an older one is refused
 * @param deaths  how often its lease ran out without a word from its holder, whose process may have died of it
 */
public record LeasedJob(
        UUID id, Optional<UUID> account, UUID subject, JsonText payload, int attempt, long fence, int deaths) {}
