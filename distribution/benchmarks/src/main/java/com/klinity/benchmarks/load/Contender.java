package com.klinity.benchmarks.load;

/** Something that answers as fast as it can. */
public interface Contender {

    /** Its name in the report. */
    String name();

    /**
     * Loads it for some seconds and checks what came of it.
     *
     * @param connections how many ask at the same time, each its next question after the answer to the last
     * @throws com.klinity.benchmarks.machine.BenchmarkFailure when an answer was wrong or went unaudited
     */
    Sample run(int seconds, int connections);
}
