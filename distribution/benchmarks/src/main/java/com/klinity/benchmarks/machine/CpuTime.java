package com.klinity.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * CPU time of Linux processes, user and system, as {@code proc(5)} counts it: in hundredths of a second. That of a child
 * that has ended is its parent's.
 */
public final class CpuTime {

    /** USER_HZ, which is 100 on every Linux that Java 25 runs on. */
    private static final long MILLIS_A_TICK = 10;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CHILDREN_UTIME = 13;
    private static final int CHILDREN_STIME = 14;

    private CpuTime() {}

    /** Of one process, without its children; zero when it has ended. */
    public static Duration of(long pid) {
        return sum(pid, UTIME, STIME);
    }

    /** Of one thread, by its folder in {@code /proc/<pid>/task}. */
    public static Duration ofThread(Path task) {
        return sum(task, UTIME, STIME);
    }

    /** Of a process and all that it has started, ended ones included. */
    public static Duration ofTree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(process -> sum(process.pid(), UTIME, STIME, CHILDREN_UTIME, CHILDREN_STIME))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Of this process's children that have ended. */
    public static Duration ofEndedChildren() {
        return sum(ProcessHandle.current().pid(), CHILDREN_UTIME, CHILDREN_STIME);
    }

    /** Reads the fields after the name, which is in parentheses and may hold anything. */
    static Duration read(String stat, int... fields) {
        String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int field : fields) {
            ticks += Long.parseLong(values[field]);
        }
        return Duration.ofMillis(ticks * MILLIS_A_TICK);
    }

    private static Duration sum(long pid, int... fields) {
        return sum(Path.of("/proc", Long.toString(pid)), fields);
    }

    private static Duration sum(Path folder, int... fields) {
        try {
            return read(Files.readString(folder.resolve("stat")), fields);
        } catch (IOException e) {
            return Duration.ZERO; // it has just ended
        }
    }
}
