package com.klinity.audit;

import com.klinity.audit.verification.ChainCheck;
import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.RetirementRecord;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The part of a chain that the database still has. It must begin where the chain itself says, in its newest record of
 * entries that left for the archive; otherwise somebody took entries away. Used by one thread.
 */
final class KeptChain {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * All that a check compares, of one moment: entries come at one end at any time, and leave for the archive at the
     * other. One row at least, without an entry where there is none.
     */
    private static final String LOG = """
        select coalesce(h.sequence, 0) as head, coalesce(h.hash, cast(:genesis as bytea)) as head_hash,
            coalesce(b.sequence, 0) as base, coalesce(b.hash, cast(:genesis as bytea)) as base_hash,
            e.sequence, e.occurred_at, e.user_id, e.ip_address, e.action, e.resource_type, e.resource_ids, e.outcome,
            e.request_id, e.details, e.hash
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
        EntryText text = new EntryText();
        Statement log = scope.sql(LOG).set("account", scope.account()).set("genesis", HEX.parseHex(ChainEntry.GENESIS));
        log.each(row -> {
            if (chain.isEmpty()) {
                chain.add(begun(scope.account().toString(), row));
            }
            if (row.numberOrNull("sequence") != null) {
                chain.getFirst().next(text.of(row));
            }
        });
        return chain.getFirst().judge();
    }

    private static KeptChain begun(String account, Row row) {
        long base = row.number("base");
        return new KeptChain(
                new Integrity.Head(row.number("head"), HEX.formatHex(row.bytes("head_hash"))),
                base,
                new ChainCheck(account, base, HEX.formatHex(row.bytes("base_hash"))));
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
