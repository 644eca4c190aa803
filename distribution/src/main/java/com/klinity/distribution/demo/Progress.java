package com.klinity.distribution.demo;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Tells a person how far the demonstration is. */
final class Progress {

    private static final int WIDTH = 30;
    private static final boolean TERMINAL =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);

    private final PrintWriter out;
    private int lastTenth = -1;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** A step that is done. */
    void done(String what, String detail) {
        say(String.format(Locale.ROOT, "  ✓ %-22s %s", what, detail));
    }

    /** A step under way: a bar on a terminal, a line each tenth elsewhere. */
    void at(String what, double fraction, Duration since) {
        int filled = (int) Math.round(fraction * WIDTH);
        String bar = String.format(
                Locale.ROOT,
                "    %-22s [%s%s] %3.0f %%  %d s",
                what,
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                fraction * 100,
                since.toSeconds());
        if (TERMINAL) {
            out.print("\r" + bar + (fraction >= 1 ? "\n" : ""));
            out.flush();
        } else if ((int) (fraction * 10) != lastTenth) {
            lastTenth = (int) (fraction * 10);
            say(bar);
        }
    }
}
