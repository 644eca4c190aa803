package com.klinity.audit;

import com.klinity.audit.verification.ChainCheck;
import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.EntryRow;
import com.klinity.audit.verification.RetirementRecord;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a chain that the database still has. It must begin where the chain itself says, in its newest record of
 * entries that left for the archive; otherwise somebody took entries away. Used by one thread.
 */
final class KeptChain {

    /**
     * All that a check compares, of one moment: entries come at one end at any time, and leave for the archive at the
     * other. One row at least, without an entry where there is none.
     */
    private static final String LOG = """
        select coalesce(h.sequence, 0)::text as head, coalesce(encode(h.hash, 'hex'), repeat('00', 32)) as head_hash,
            coalesce(b.sequence, 0)::text as base, coalesce(encode(b.hash, 'hex'), repeat('00', 32)) as base_hash,
            e.sequence::text, audit.utc(e.occurred_at) as occurred_at, e.user_id, e.ip_address, e.action,
            e.resource_type, array_to_string(e.resource_ids, ' ') as resource_id, e.outcome, e.request_id::text,
            e.details, encode(e.hash, 'hex') as hash
        from (select cast(:account as uuid) as id) account
            left join audit.heads h on h.account_id = account.id
            left join audit.bases b on b.account_id = account.id
            left join audit.entries e on e.account_id = account.id
        order by e.sequence
        """;

    private final Integrity.Head head;
    private final long base;
    private final ChainCheck check;
    private long retired;

    private KeptChain(Integrity.Head head, long base, ChainCheck check) {
        this.head = head;
        this.base = base;
        this.check = check;
    }

    /** Checks every entry of the scope's account, with constant memory. */
    static Integrity check(Scope scope) {
        List<KeptChain> chain = new ArrayList<>(1);
        scope.sql(LOG).set("account", scope.account()).each(row -> {
            if (chain.isEmpty()) {
                chain.add(begun(scope.account().toString(), row));
            }
            if (row.textOrNull("sequence") != null) {
                chain.getFirst().next(EntryRow.entry(row));
            }
        });
        return chain.getFirst().judge();
    }

    private static KeptChain begun(String account, Row row) {
        long base = Long.parseLong(row.text("base"));
        return new KeptChain(
                new Integrity.Head(Long.parseLong(row.text("head")), row.text("head_hash")),
                base,
                new ChainCheck(account, base, row.text("base_hash")));
    }

    private void next(ChainEntry entry) {
        check.next(entry);
        RetirementRecord.of(entry).ifPresent(record -> retired = record.last());
    }

    private Integrity judge() {
        long first = Math.min(base, retired) + 1;
        return base == retired ? Integrity.of(check, base, head) : Integrity.missing(check, first);
    }
}
