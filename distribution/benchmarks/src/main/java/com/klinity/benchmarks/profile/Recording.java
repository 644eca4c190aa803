package com.klinity.benchmarks.profile;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.EventStream;

/**
 * A flight recording that another JVM is writing.
 *
 * @param repository its folder
 */
public record Recording(Path repository) {

    private static final String SAMPLE = "jdk.CPUTimeSample";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Options that make a JVM write it: samples of CPU time (JEP 509), one each two milliseconds a thread. */
    public String javaOptions() {
        return "-XX:FlightRecorderOptions:repository=" + repository
                + " -XX:StartFlightRecording:disk=true,jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=2ms";
    }

    /** Reads the samples between two moments; waits until the recording has come to the second. */
    Samples between(Instant from, Instant to) {
        Samples samples = new Samples();
        try (EventStream stream = EventStream.openRepository(written())) {
            stream.setStartTime(from);
            stream.setEndTime(to);
            stream.setReuse(true);
            stream.onEvent(SAMPLE, samples::add);
            stream.startAsync();
            stream.awaitTermination(PATIENCE);
            return samples;
        } catch (IOException e) {
            throw new BenchmarkFailure("the recording in " + repository + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    /** The JVM makes a folder of its own in it. */
    private Path written() throws IOException {
        try (Stream<Path> folders = Files.list(repository)) {
            List<Path> all = folders.filter(Files::isDirectory).toList();
            if (all.size() != 1) {
                throw new BenchmarkFailure("the server wrote " + all.size() + " recordings");
            }
            return all.getFirst();
        }
    }
}
