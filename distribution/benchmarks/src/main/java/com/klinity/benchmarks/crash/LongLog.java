package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.machine.Postgres;
import java.util.UUID;

/** Reads in an account's log that nobody made, by the log's own way in, so that its chain stays right. */
final class LongLog {

    private static final int PORTION = 1000;

    private LongLog() {}

    static void fill(Postgres postgres, UUID account, int entries) {
        String portion = """
            select audit.extend(array_agg(id), array_agg(id::text), array_agg(text '203.0.113.7'), array_agg(text 'read'),
                array_agg(text 'Patient'), array_agg(text '{}'), array_agg(text 'success'),
                array_agg(gen_random_uuid()), array_agg(text ''), true)
            from (select uuid '%s' as id from generate_series(1, %d)) e\
            """.formatted(account, PORTION);
        for (int filled = 0; filled < entries; filled += PORTION) {
            postgres.execute(portion);
        }
    }
}
