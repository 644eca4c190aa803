package com.klinity.benchmarks;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Where results go: to people line by line, and to a file as JSON at the end. */
final class Output {

    private final PrintWriter out;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Output(PrintWriter out) {
        this.out = out;
        Map<String, Object> machine = Machine.describe();
        values.put("machine", machine);
        say("Machine: " + machine);
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void add(String title, Rounds rounds) {
        Report.lines(title, rounds).forEach(this::say);
        values.put(title, Report.values(rounds));
    }

    void add(String title, List<String> lines, Object value) {
        say("");
        say(title);
        lines.forEach(this::say);
        values.put(title, value);
    }

    /** One line of a table that goes on. */
    void add(String title, String line, Object value) {
        say(line);
        values.put(title, value);
    }

    void write(Optional<Path> file) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.writeString(
                    file.get(),
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(values) + "\n");
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot write " + file.get(), e);
        }
    }
}
