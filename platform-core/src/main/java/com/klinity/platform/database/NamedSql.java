package com.klinity.platform.database;

import com.klinity.platform.database.statement.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement's text with {@code :name} parameters turned into the driver's question marks.
 *
 * @param source  the text itself
 * @param text    what the driver gets
 * @param names   the parameter of each question mark
 * @param entered the same as a transaction's whole work, behind the statement that enters an account
 * @param reading what it means, as far as a feature may run it; the core may run any
 */
record NamedSql(String source, String text, List<String> names, String entered, Reading reading) {

    private static final ParsedSql PARSED = new ParsedSql(NamedSql::parse);

    /** Quoted text and casts are stepped over, {@code :name} is taken. A doubled quote ends one string and begins another. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*+'|::|\\?|:([a-zA-Z]\\w*)");

    static NamedSql of(String sql) {
        return PARSED.of(sql);
    }

    private static NamedSql parse(String sql) {
        List<String> names = new ArrayList<>();
        Matcher token = TOKEN.matcher(sql);
        StringBuilder text = new StringBuilder();
        while (token.find()) {
            token.appendReplacement(text, Matcher.quoteReplacement(replacement(token, names)));
        }
        String driver = token.appendTail(text).toString();
        return new NamedSql(sql, driver, List.copyOf(names), Entering.SQL + ";" + driver + ";commit", Reading.of(sql));
    }

    /** Whether it surely neither writes nor locks. */
    boolean isPlainQuery() {
        return reading instanceof Reading.Understood understood && understood.isPlainQuery();
    }

    /** The text with these expressions in place of its parameters. */
    String with(Map<String, String> expressions) {
        Matcher token = TOKEN.matcher(source);
        StringBuilder filled = new StringBuilder();
        while (token.find()) {
            String name = token.group(1);
            String there = name == null ? token.group() : expressions.getOrDefault(name, token.group());
            token.appendReplacement(filled, Matcher.quoteReplacement(there));
        }
        return token.appendTail(filled).toString();
    }

    private static String replacement(Matcher token, List<String> names) {
        String name = token.group(1);
        if (name == null) {
            // The driver reads a lone question mark as a parameter; operators that contain one are written doubled.
            return token.group().equals("?") ? "??" : token.group();
        }
        names.add(name);
        return "?";
    }
}
