package com.klinity.platform.server;

import com.klinity.platform.spi.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Content negotiation (RFC 9110 §12.5.1). */
final class AcceptHeader {

    private AcceptHeader() {}

    private record Range(String type, double quality) {

        boolean covers(String offered) {
            return type.equals("*/*")
                    || type.equals(offered)
                    || (type.endsWith("/*") && offered.startsWith(type.substring(0, type.length() - 1)));
        }

        int precision() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }

    static String best(String header, List<String> offered) {
        if (header.isBlank()) {
            return offered.getFirst();
        }
        List<Range> ranges = Stream.of(header.split(",")).map(AcceptHeader::range).toList();
        return offered.stream()
                .filter(type -> quality(ranges, type) > 0)
                .min(Comparator.comparingDouble(type -> -quality(ranges, type)))
                .orElseThrow(() -> Refusal.notAcceptable(offered));
    }

    /** The most precise range decides. */
    private static double quality(List<Range> ranges, String offered) {
        String bare = offered.split(";", 2)[0].strip();
        return ranges.stream()
                .filter(range -> range.covers(bare))
                .max(Comparator.comparingInt(Range::precision))
                .map(Range::quality)
                .orElse(0.0);
    }

    private static Range range(String text) {
        String[] parts = text.split(";");
        double quality = Stream.of(parts)
                .skip(1)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("q="))
                .mapToDouble(parameter -> number(parameter.substring(2)))
                .findFirst()
                .orElse(1);
        return new Range(parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT), quality);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
