package com.klinity.platform.database.statement;

import java.util.Set;

/** Words with a meaning of their own (PostgreSQL's manual, appendix C). */
final class Words {

    /** Those that name nothing: PostgreSQL reserves them. Some are functions without parentheses, or types. */
    static final Set<String> RESERVED = Set.of("""
        all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
        collation column concurrently constraint create cross current_catalog current_date current_role
        current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
        except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into
        is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on
        only or order outer overlaps placing primary references returning right select session_user similar some
        symmetric system_user table tablesample then to trailing true union unique user using variadic verbose
        when where window with\
        """.split("\\s+"));

    /** Every table has these columns: where its rows lie, and who wrote them. */
    private static final Set<String> SYSTEM_COLUMNS = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "oid");

    private static final String SYSTEM = "pg_";

    /** PostgreSQL cuts longer names, so they would not be what they seem. */
    private static final int LONGEST = 63;

    private Words() {}

    static boolean isWithheld(String word) {
        return word.length() > LONGEST || word.startsWith(SYSTEM) || SYSTEM_COLUMNS.contains(word);
    }
}
