package com.klinity.platform.erasure;

import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.Actor;
import com.klinity.platform.spi.AfterDeletion;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JobRunner;
import com.klinity.platform.spi.OutsideData;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Erases what a deleted account held: feature by feature, those that others build on last, of each first what is outside
 * the database and then its rows. A feature that cannot do its part holds up only those it builds on, whose rows it may
 * still need; the rest goes at once. The job is then tried again until nothing is left.
 */
final class ErasureJob implements JobRunner {

    private static final System.Logger LOG = System.getLogger(ErasureJob.class.getName());

    /** Work of the server has no peer. */
    private static final String NO_ADDRESS = "";

    private final Accounts accounts;
    private final Supplier<List<Holding>> holdings;

    ErasureJob(Accounts accounts, Supplier<List<Holding>> holdings) {
        this.accounts = accounts;
        this.holdings = holdings;
    }

    /** The entries carry the id of the request that asked for the deletion, which is the job's subject. */
    @Override
    public void run(JobRun run) throws InterruptedException {
        Actor actor = new Actor(run.account().toString(), NO_ADDRESS, run.subject());
        Remains remains = new Remains(accounts, run.account(), actor);
        EarlierTransactions.await(remains);
        Set<String> heldUp = new HashSet<>();
        for (Holding holding : holdings.get().reversed()) {
            if (heldUp.contains(holding.feature()) || !erased(holding, remains)) {
                heldUp.add(holding.feature());
                heldUp.addAll(holding.buildsOn());
            }
        }
        if (!heldUp.isEmpty()) {
            throw new ErasureIncomplete();
        }
        remains.finish();
    }

    private static boolean erased(Holding holding, Remains remains) throws InterruptedException {
        try {
            for (OutsideData outside : holding.outside()) {
                if (outside instanceof OutsideData.Removable removable) {
                    remains.remove(holding.feature(), removable);
                }
            }
            for (DataKind kind : holding.kinds()) {
                if (kind.afterDeletion() instanceof AfterDeletion.Erased) {
                    remains.remove(holding.feature(), kind);
                }
            }
            return true;
        } catch (RuntimeException e) { // whatever a feature or a vendor throws, the others' data must still go
            if (Thread.interrupted()) {
                throw interrupted(e);
            }
            LOG.log(
                    Level.WARNING,
                    "the erasure of an account is not done with feature {0}, tried again: {1}",
                    holding.feature(),
                    e.getClass().getName());
            return false;
        }
    }

    private static InterruptedException interrupted(RuntimeException cause) {
        InterruptedException interrupted = new InterruptedException();
        interrupted.initCause(cause);
        return interrupted;
    }
}
