package com.klinity.documents;

import com.klinity.documents.spi.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads a built-in template: blocks with an empty line between them, {@code name: value} lines in each; the first block is
 * the template, each further one a section that begins with {@code [key] title}.
 */
final class TemplateFile {

    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\R");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern COLON = Pattern.compile(": ");

    private TemplateFile() {}

    static Template read(String key) {
        List<String> blocks = BLANK_LINE.splitAsStream(text(key)).toList();
        Map<String, String> values = values(blocks.getFirst());
        return new Template(
                UUID.fromString(value(values, "id")),
                key,
                1,
                value(values, "name"),
                value(values, "language"),
                value(values, "description"),
                blocks.stream().skip(1).map(TemplateFile::section).toList(),
                true,
                BuiltInTemplates.WRITTEN_AT,
                BuiltInTemplates.WRITTEN_AT);
    }

    private static TemplateSection section(String block) {
        String head = block.lines().findFirst().orElseThrow();
        int end = head.indexOf("] ");
        Map<String, String> values = values(block);
        List<Topic> topics = SPACE.splitAsStream(value(values, "topics"))
                .map(topic -> Topic.valueOf(topic.toUpperCase(Locale.ROOT)))
                .toList();
        return new TemplateSection(head.substring(1, end), head.substring(end + 2), value(values, "guidance"), topics);
    }

    private static Map<String, String> values(String block) {
        Map<String, String> values = new HashMap<>();
        block.lines().filter(line -> !line.startsWith("[")).forEach(line -> {
            String[] parts = COLON.split(line, 2);
            values.put(parts[0], parts[1].strip());
        });
        return values;
    }

    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static String text(String key) {
        String name = "templates/" + key + ".txt";
        try (InputStream in = Objects.requireNonNull(TemplateFile.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
