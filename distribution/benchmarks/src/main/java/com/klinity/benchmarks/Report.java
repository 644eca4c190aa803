package com.klinity.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rounds as a text for people. */
final class Report {

    private static final String ROW = "%-20s %10s %10s %10s   %s";

    private Report() {}

    /** One line a contender, then the ratios of the first one to the others. */
    static List<String> lines(String title, Rounds rounds) {
        List<String> names = List.copyOf(rounds.samples().keySet());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(title);
        lines.add(ROW.formatted("", "answers/s", "p50 µs", "p99 µs", "CPU µs an answer"));
        names.forEach(name -> lines.add(row(name, rounds)));
        names.stream().skip(1).forEach(name -> lines.add(ratio(names.getFirst(), name, rounds)));
        return lines;
    }

    private static String row(String name, Rounds rounds) {
        String cpu = rounds.cpuMicros(name).entrySet().stream()
                .map(entry -> entry.getKey() + " " + whole(entry.getValue().median()))
                .collect(Collectors.joining(", "));
        return ROW.formatted(
                name,
                whole(rounds.perSecond(name).median()),
                whole(rounds.p50Micros(name).median()),
                whole(rounds.p99Micros(name).median()),
                cpu);
    }

    private static String ratio(String one, String other, Rounds rounds) {
        return "%s : %-20s %s    by CPU %s"
                .formatted(one, other, text(rounds.ratio(one, other)), text(rounds.ratioByCpu(one, other)));
    }

    private static String text(Spread ratio) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", ratio.median(), ratio.min(), ratio.max());
    }

    /** The same as values. */
    static Map<String, Object> values(Rounds rounds) {
        List<String> names = List.copyOf(rounds.samples().keySet());
        String first = names.getFirst();
        Map<String, Object> ratios = new LinkedHashMap<>();
        names.stream()
                .skip(1)
                .forEach(name -> ratios.put(
                        name, Map.of("answers", rounds.ratio(first, name), "cpu", rounds.ratioByCpu(first, name))));
        return Map.of("samples", rounds.samples(), "ratios", ratios);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
