package com.klinity.platform.settings;

import java.util.Optional;

/** Decides which keys somebody may read. */
@FunctionalInterface
public interface KeyGuard {

    /** Everything, as the core may. */
    KeyGuard OPEN = key -> Optional.empty();

    /** Why the key is refused, as a fault says it; empty when it may be read. */
    Optional<String> refusal(String key);
}
