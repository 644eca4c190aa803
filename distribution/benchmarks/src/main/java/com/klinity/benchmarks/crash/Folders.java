package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of several servers of one run. */
final class Folders {

    private Folders() {}

    /** Two for servers with one mailbox, since either may send what the other is asked for. */
    static void shareMailbox(Path one, Path other) {
        try {
            Path mailbox = in(one, "data/mailbox");
            Files.createSymbolicLink(in(other, "data").resolve("mailbox"), mailbox);
        } catch (IOException e) {
            throw new BenchmarkFailure("no mailbox in " + other, e);
        }
    }

    static Path in(Path folder, String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new BenchmarkFailure("no folder in " + folder, e);
        }
    }
}
