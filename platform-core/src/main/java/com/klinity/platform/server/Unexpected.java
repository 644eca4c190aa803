package com.klinity.platform.server;

import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.NotSql;
import com.klinity.platform.database.OutOfReach;
import com.klinity.platform.spi.Refusal;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Logs a fault of the server by its place in the code. Messages are left out: they may quote a patient's data. */
final class Unexpected {

    private static final System.Logger LOG = System.getLogger(Unexpected.class.getName());
    private static final int FRAMES = 12;

    private Unexpected() {}

    static Refusal refusal(UUID requestId, Throwable e) {
        return refusal(requestId, e, "Nothing was stored. Tell the operator the request id.");
    }

    /** The same for what failed after the commit. */
    static Refusal afterwards(UUID requestId, Throwable e) {
        return refusal(
                requestId,
                e,
                "What was asked for may be done; only the answer failed. Tell the operator the request id.");
    }

    private static Refusal refusal(UUID requestId, Throwable e, String detail) {
        LOG.log(Level.ERROR, "request {0} failed: {1}\n{2}", requestId, kind(e), frames(e));
        return new Refusal(500, "internal-error", "The server made a mistake", detail);
    }

    /** What these say of themselves is more than the class, and holds no values. */
    private static String kind(Throwable e) {
        return e instanceof DatabaseFailure || e instanceof OutOfReach || e instanceof NotSql
                ? e.toString()
                : e.getClass().getName();
    }

    private static String frames(Throwable e) {
        String own = Arrays.stream(e.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "  at " + frame)
                .collect(Collectors.joining("\n"));
        Throwable cause = e.getCause();
        return cause == null ? own : own + "\n  caused by " + cause.getClass().getName() + "\n" + frames(cause);
    }
}
