package com.klinity.documents.rendering;

import java.util.List;
import java.util.regex.Pattern;

/** Prints a sheet as CommonMark. Text stays text: what Markdown or HTML would read into it is escaped. */
public final class MarkdownPrinter {

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>&~|]");
    private static final Pattern BLOCK_START = Pattern.compile("(?m)^[#+=-]");
    private static final Pattern NUMBER_START = Pattern.compile("(?m)^(\\d{1,9})([.)])");
    private static final Pattern INDENT = Pattern.compile("(?<=\n)[ \\t]+");
    private static final Pattern LINE = Pattern.compile("(?<!\\n)\\R(?!\\R)");

    private final StringBuilder out = new StringBuilder();

    private MarkdownPrinter() {}

    /** The text, lines ending with {@code \n}. */
    public static String print(Sheet sheet) {
        MarkdownPrinter printer = new MarkdownPrinter();
        printer.sheet(sheet);
        return printer.out.toString();
    }

    private void sheet(Sheet sheet) {
        out.append("# ").append(line(sheet.title())).append("\n\n");
        if (!sheet.mark().isEmpty()) {
            out.append("> **").append(line(sheet.mark())).append("**\n\n");
        }
        facts(sheet.facts());
        sheet.parts().forEach(this::part);
        if (!sheet.seal().isEmpty()) {
            out.append("---\n\n");
            facts(sheet.seal());
        }
        sheet.addenda().forEach(this::part);
        out.setLength(out.length() - 1);
    }

    private void part(Sheet.Part part) {
        out.append("## ").append(line(part.title())).append("\n\n");
        StringBuilder text = new StringBuilder();
        for (Sheet.Passage passage : part.passages()) {
            text.append(paragraph(text.isEmpty() ? passage.text().stripLeading() : passage.text()));
            passage.stamps()
                    .forEach(stamp -> text.append(" <sub>").append(line(stamp)).append("</sub>"));
        }
        if (!text.toString().isBlank()) {
            out.append(text.toString().strip()).append("\n\n");
        }
        facts(part.facts());
    }

    private void facts(List<Sheet.Fact> facts) {
        for (Sheet.Fact fact : facts) {
            out.append("- **")
                    .append(line(fact.label()))
                    .append(":** ")
                    .append(line(fact.value()))
                    .append('\n');
        }
        if (!facts.isEmpty()) {
            out.append('\n');
        }
    }

    private static String line(String text) {
        return MARKUP.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("\\\\$0");
    }

    private static String paragraph(String text) {
        String plain =
                MARKUP.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("\\\\$0");
        String flush = INDENT.matcher(plain).replaceAll("");
        String numbers = NUMBER_START.matcher(flush).replaceAll("$1\\\\$2");
        String blocks = BLOCK_START.matcher(numbers).replaceAll("\\\\$0");
        return LINE.matcher(blocks).replaceAll("\\\\\n");
    }
}
