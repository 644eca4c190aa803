package com.klinity.platform.server;

import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * The threads that carry virtual ones. There are as many as processors, and whoever computes without a pause keeps one for
 * himself; so for each of those another one is lent, or a few would stop the server.
 */
final class Carriers {

    private static final int MOST = 128;
    private static final VirtualThreadSchedulerMXBean SCHEDULER =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    private static final int OWN = SCHEDULER.getParallelism();

    /** By borrower: there may be several servers in one process. */
    private static final Map<Carriers, Integer> LENT = new ConcurrentHashMap<>();

    private int lent;

    /** As many more than there are processors, from now on. */
    void lend(int more) {
        if (more != lent) {
            lent = more;
            LENT.put(this, more);
            int all = LENT.values().stream().mapToInt(Integer::intValue).sum();
            set(OWN + Math.min(all, MOST));
        }
    }

    private static void set(int carriers) {
        try {
            SCHEDULER.setParallelism(carriers);
        } catch (UnsupportedOperationException e) {
            System.getLogger(Carriers.class.getName()).log(Level.DEBUG, "this Java lends no carriers", e);
        }
    }
}
