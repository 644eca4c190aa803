package com.klinity.platform.database;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a statement as features may write it: one statement that reads or changes rows, in the plainest spelling.
 * So it cannot end the transaction it runs in, leave something in the session, or hide what it names.
 */
record SqlText(String text) {

    private static final Pattern FIRST_WORD =
            Pattern.compile("\\s*(select|with|values|insert|update|delete|merge)\\b.*", Pattern.DOTALL);

    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");

    /** A second statement, a quoted name, comments, quoting by dollars, escapes, and strings of other kinds. */
    private static final Pattern UNPLAIN = Pattern.compile(";|\"|--|/\\*|\\$|\\\\|\\w'|&'");

    /** Functions that run a text as a statement, change the session, or hold what others wait for. */
    private static final Pattern UNRULY =
            Pattern.compile("\\b(\\w+_to_xml\\w*|ts_stat|ts_rewrite|dblink\\w*|set_config|pg_\\w*advisory\\w*)\\b");

    private static final Pattern QUALIFIED = Pattern.compile("\\b([a-z_]\\w*)\\s*\\.\\s*([a-z_]\\w*)");

    private static final Pattern QUERY = Pattern.compile("\\s*(select|with|values)\\b.*", Pattern.DOTALL);

    /** Words that write or lock, wherever they stand: a column of such a name only costs a round trip. */
    private static final Pattern MORE = Pattern.compile("\\b(insert|update|delete|merge|into|share|nextval|setval)\\b");

    static SqlText of(String sql) {
        return new SqlText(STRING.matcher(sql.toLowerCase(Locale.ROOT)).replaceAll("'"));
    }

    /** What a feature may not write, if it has written it. */
    Optional<String> fault() {
        if (!FIRST_WORD.matcher(text).matches()) {
            return Optional.of("a statement must begin with select, with, values, insert, update, delete or merge");
        }
        return Stream.of(UNPLAIN, UNRULY)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(found -> "a statement must not contain " + found.group())
                .findFirst();
    }

    /** Every name with a qualifier: tables of schemas, and columns of tables. */
    Set<String> qualified() {
        Set<String> names = new HashSet<>();
        Matcher name = QUALIFIED.matcher(text);
        while (name.find()) {
            names.add(name.group(1) + "." + name.group(2));
        }
        return Set.copyOf(names);
    }

    /** Whether it surely neither writes nor locks. */
    boolean isPlainQuery() {
        return QUERY.matcher(text).matches() && !MORE.matcher(text).find();
    }
}
