package com.klinity.benchmarks.crash;

import java.util.List;
import java.util.UUID;

/**
 * Something a caller was told is done: what the audit log must say of it.
 *
 * @param account whose
 * @param request the answer's {@code X-Request-Id}
 * @param touches one for each entry
 */
record Told(UUID account, UUID request, List<Touch> touches) {}
