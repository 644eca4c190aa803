package com.klinity.audit.verification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The CSV form of the log (RFC 4180): a header line, then one line an entry. There is one way to write an entry, so that
 * no two readers can take a line for different things. {@code docs/audit-log.md} is its description.
 *
 * <p>A spreadsheet must not take a field for a formula (CWE-1236). Which characters begin one depends on the program and
 * its language, so a field that begins with anything but what ids, times and the server's own words begin with gets an
 * apostrophe before it, which is not part of the field.
 */
public final class AuditCsv {

    /** The first line, without its line break. */
    public static final String HEADER = "sequence,occurred_at,user_id,ip_address,action,resource_type,resource_id,"
            + "outcome,request_id,details,hash";

    /** What ends each line. */
    public static final String LINE_BREAK = "\r\n";

    private static final char QUOTE = '"';
    private static final String GUARD = "'";
    private static final Pattern SEQUENCE = Pattern.compile("[1-9][0-9]{0,18}");

    private AuditCsv() {}

    /** One entry's line, with its line break. */
    public static String line(ChainEntry entry) {
        StringBuilder line = new StringBuilder();
        entry.fields().forEach(field -> line.append(cell(field)).append(','));
        return line.append(cell(entry.hash())).append(LINE_BREAK).toString();
    }

    /** The entry of a line, its line break included; empty when {@link #line} writes no entry like this. */
    public static Optional<ChainEntry> entry(byte[] line) {
        List<String> fields = fields(new String(line, StandardCharsets.UTF_8));
        if (fields.size() != ChainEntry.FIELDS + 1) {
            return Optional.empty();
        }
        ChainEntry entry = new ChainEntry(fields.subList(0, ChainEntry.FIELDS), fields.getLast());
        boolean same = Arrays.equals(line, line(entry).getBytes(StandardCharsets.UTF_8));
        return same && SEQUENCE.matcher(entry.sequence()).matches() ? Optional.of(entry) : Optional.empty();
    }

    /** A field as its cell. */
    static String cell(String field) {
        String guarded = needsGuard(field) ? GUARD + field : field;
        boolean plain = guarded.chars().noneMatch(AuditCsv::needsQuotes);
        return plain ? guarded : QUOTE + guarded.replace("\"", "\"\"") + QUOTE;
    }

    static boolean needsGuard(String field) {
        if (field.isEmpty()) {
            return false;
        }
        char first = field.charAt(0);
        boolean harmless = (first >= 'a' && first <= 'z')
                || (first >= 'A' && first <= 'Z')
                || (first >= '0' && first <= '9')
                || first == ':'
                || first == '{';
        return !harmless;
    }

    static boolean needsQuotes(int unit) {
        return unit == ',' || unit == QUOTE || unit == '\r' || unit == '\n';
    }

    /** Right for what {@link #line} writes; what it makes of anything else is not written back the same. */
    private static List<String> fields(String line) {
        String text = line.endsWith(LINE_BREAK) ? line.substring(0, line.length() - LINE_BREAK.length()) : line;
        List<String> fields = new ArrayList<>();
        int from = 0;
        boolean quotes = false;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == QUOTE) {
                quotes = !quotes;
            } else if (unit == ',' && !quotes) {
                fields.add(field(text.substring(from, at)));
                from = at + 1;
            }
        }
        fields.add(field(text.substring(from)));
        return fields;
    }

    private static String field(String cell) {
        boolean quoted = cell.length() > 1 && cell.charAt(0) == QUOTE && cell.endsWith("\"");
        String text = quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
        return text.startsWith(GUARD) ? text.substring(1) : text;
    }
}
