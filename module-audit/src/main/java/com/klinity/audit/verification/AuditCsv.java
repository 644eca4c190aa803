package com.klinity.audit.verification;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The CSV form of the log (RFC 4180): a header line, then one line an entry. Fields are ids, times and fixed words of the
 * server, so none can begin with a character that a spreadsheet takes for a formula; {@code details} is a JSON object.
 */
public final class AuditCsv {

    /** The first line, without its line break. */
    public static final String HEADER = "sequence,occurred_at,user_id,ip_address,action,resource_type,resource_id,"
            + "outcome,request_id,details,hash";

    private static final char QUOTE = '"';

    private AuditCsv() {}

    /** One entry's line, with its line break. */
    public static String line(ChainEntry entry) {
        StringBuilder line = new StringBuilder();
        entry.fields().forEach(field -> line.append(quoted(field)).append(','));
        return line.append(entry.hash()).append("\r\n").toString();
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(unit -> unit == ',' || unit == QUOTE || unit == '\r' || unit == '\n');
        return plain ? field : QUOTE + field.replace("\"", "\"\"") + QUOTE;
    }

    /** The next record's fields, or empty at the end. */
    public static Optional<List<String>> read(Reader in) throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quotes = false;
        int unit = in.read();
        if (unit < 0) {
            return Optional.empty();
        }
        for (; unit >= 0 && (quotes || unit != '\n'); unit = in.read()) {
            if (unit == QUOTE) {
                // A doubled quote inside a quoted field closes and opens again, which is where the second one is kept.
                if (!quotes && !field.isEmpty()) {
                    field.append(QUOTE);
                }
                quotes = !quotes;
            } else if (unit == ',' && !quotes) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (unit != '\r' || quotes) {
                field.append((char) unit);
            }
        }
        fields.add(field.toString());
        return Optional.of(fields);
    }
}
