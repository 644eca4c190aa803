package com.klinity.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.klinity.audit.verification.AuditCsv;
import com.klinity.audit.verification.Chain;
import com.klinity.audit.verification.ChainEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Something done to an export. Its records are texts of which each character is a byte; the first is the header.
 *
 * @param what  it is, for people
 * @param where it must be found; {@code LAST} and {@code NEXT} stand for the last entry's sequence and the one after it
 * @param act   does it
 */
record Damage(String what, String where, Consumer<List<String>> act) {

    /** To one record. */
    static Damage at(int record, String what, String where, UnaryOperator<String> change) {
        return new Damage(what, where, records -> records.set(record, change.apply(records.get(record))));
    }

    byte[] doneTo(byte[] export) {
        List<String> records = records(new String(export, ISO_8859_1));
        act.accept(records);
        return String.join("", records).getBytes(ISO_8859_1);
    }

    String whereIn(int entries) {
        return where.replace("LAST", Integer.toString(entries)).replace("NEXT", Integer.toString(entries + 1));
    }

    @Override
    public String toString() {
        return what;
    }

    private static List<String> records(String csv) {
        List<String> records = new ArrayList<>();
        int from = 0;
        boolean quotes = false;
        for (int at = 0; at < csv.length(); at++) {
            quotes ^= csv.charAt(at) == '"';
            if (csv.charAt(at) == '\n' && !quotes) {
                records.add(csv.substring(from, at + 1));
                from = at + 1;
            }
        }
        return records;
    }

    /** A line that follows the last one of these. */
    static String nextAfter(String account, List<String> records) {
        ChainEntry last = AuditCsv.entry(records.getLast().getBytes(ISO_8859_1)).orElseThrow();
        List<String> fields = new ArrayList<>(last.fields());
        fields.set(0, Long.toString(Long.parseLong(last.sequence()) + 1));
        String hash = new ChainEntry(fields, "").expectedHash(account, last.hash());
        return AuditCsv.line(new ChainEntry(fields, hash));
    }

    /** A line from somebody else's log. */
    static String foreign() {
        return AuditCsv.line(new Chain().read("Patient", "").entries().getFirst());
    }
}
