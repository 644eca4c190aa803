package com.klinity.distribution;

import java.time.Instant;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Logs to standard error: a line an event for people, a JSON object an event in production. */
final class Logging {

    private static final Logger ROOT = Logger.getLogger("");
    // Kept here: the logging system holds loggers weakly and would forget their level.
    private static final Logger PLATFORM = Logger.getLogger("com.klinity");

    private Logging() {}

    // What they say of a failure quotes addresses and values; the server tells failures itself.
    private static final List<Logger> SILENT = Stream.of("org.postgresql", "org.flywaydb", "com.zaxxer.hikari")
            .map(Logger::getLogger)
            .toList();

    static void configure() {
        boolean production = "production".equals(System.getenv("KLINITY_MODE"));
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
        ConsoleHandler handler = new ConsoleHandler();
        handler.setFormatter(production ? new JsonLines() : new PlainLines());
        ROOT.addHandler(handler);
        ROOT.setLevel(Level.WARNING);
        PLATFORM.setLevel(Level.INFO);
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private static final class PlainLines extends Formatter {

        @Override
        public String format(LogRecord event) {
            return event.getInstant() + " " + event.getLevel() + " " + formatMessage(event) + "\n";
        }
    }

    private static final class JsonLines extends Formatter {

        @Override
        public String format(LogRecord event) {
            Instant at = event.getInstant();
            return "{\"time\":\"" + at + "\",\"level\":\"" + event.getLevel() + "\",\"logger\":\""
                    + escaped(String.valueOf(event.getLoggerName())) + "\",\"message\":\""
                    + escaped(formatMessage(event)) + "\"}\n";
        }

        private static String escaped(String text) {
            StringBuilder json = new StringBuilder(text.length() + 16);
            text.chars().forEach(unit -> {
                if (unit == '"' || unit == '\\') {
                    json.append('\\').append((char) unit);
                } else if (unit < ' ') {
                    json.append(String.format("\\u%04x", unit));
                } else {
                    json.append((char) unit);
                }
            });
            return json.toString();
        }
    }
}
