package com.klinity.platform.settings;

import com.klinity.platform.spi.StartFailure;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.Set;

/** What is wrong with the settings: collected until the start goes on or stops, logged afterwards. Safe for many threads. */
final class Faults {

    private static final System.Logger LOG = System.getLogger(Faults.class.getName());

    private final Set<String> lines = new LinkedHashSet<>();
    private boolean ended;

    synchronized void add(String line) {
        if (ended) {
            LOG.log(Level.WARNING, "settings: {0}", line);
        } else {
            lines.add(line);
        }
    }

    /**
     * Ends the collecting.
     *
     * @throws StartFailure with every fault
     */
    synchronized void enforce() {
        ended = true;
        if (!lines.isEmpty()) {
            throw new StartFailure(lines.stream().toList());
        }
    }
}
