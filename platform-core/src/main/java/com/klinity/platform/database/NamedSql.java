package com.klinity.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement's text with {@code :name} parameters turned into the driver's question marks.
 *
 * @param source        the text itself
 * @param text          what the driver gets
 * @param names         the parameter of each question mark
 * @param entered       the same as a transaction's whole work, behind the statement that enters an account
 * @param fault         why a feature may not run it; the core may
 * @param qualified     every name with a qualifier, lower case
 * @param isPlainQuery  whether it surely neither writes nor locks
 */
record NamedSql(
        String source,
        String text,
        List<String> names,
        String entered,
        Optional<String> fault,
        Set<String> qualified,
        boolean isPlainQuery) {

    private static final Map<String, NamedSql> PARSED = new ConcurrentHashMap<>();

    /** Quoted text and casts are stepped over, {@code :name} is taken. */
    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|::|\\?|:([a-zA-Z]\\w*)");

    static NamedSql of(String sql) {
        NamedSql known = PARSED.get(sql);
        return known != null ? known : PARSED.computeIfAbsent(sql, NamedSql::parse);
    }

    private static NamedSql parse(String sql) {
        List<String> names = new ArrayList<>();
        Matcher token = TOKEN.matcher(sql);
        StringBuilder text = new StringBuilder();
        while (token.find()) {
            token.appendReplacement(text, Matcher.quoteReplacement(replacement(token, names)));
        }
        String driver = token.appendTail(text).toString();
        SqlText code = SqlText.of(sql);
        return new NamedSql(
                sql,
                driver,
                List.copyOf(names),
                Entering.SQL + ";" + driver + ";commit",
                code.fault(),
                code.qualified(),
                code.isPlainQuery());
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
