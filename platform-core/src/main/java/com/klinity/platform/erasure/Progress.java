package com.klinity.platform.erasure;

import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;

/** How far the erasure is, kept with its job. Asking locks the job, so two servers never do the same step at once. */
record Progress(Scope scope) {

    private static final String ASK = """
        select jsonb_exists(payload, :step) as done from platform.jobs
        where topic = :topic and account_id = :account for update
        """;

    private static final String NOTE = """
        update platform.jobs set payload = payload || jsonb_build_object(cast(:step as text), true)
        where topic = :topic and account_id = :account
        """;

    /** Also true when the job is gone, because another server has finished it. */
    boolean isDone(String step) {
        return job(ASK).set("step", step).first(row -> row.flag("done")).orElse(true);
    }

    /** Always true. */
    boolean done(String step) {
        job(NOTE).set("step", step).execute();
        return true;
    }

    private Statement job(String sql) {
        return scope.sql(sql).set("topic", AccountErasure.TOPIC).set("account", scope.account());
    }
}
