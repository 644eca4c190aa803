package com.klinity.platform.spi;

import java.util.List;
import java.util.UUID;

/**
 * What an audit entry is about.
 *
 * @param action    what is done
 * @param resource  kind of resource, such as {@code "Patient"}
 * @param resources which ones; may be empty
 */
public record Touch(Action action, String resource, List<UUID> resources) {

    /** Copies the list. */
    public Touch {
        resources = List.copyOf(resources);
    }

    /** About one resource. */
    public static Touch of(Action action, String resource, UUID id) {
        return new Touch(action, resource, List.of(id));
    }
}
