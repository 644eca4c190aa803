package com.klinity.platform.spi;

import java.time.Duration;

/**
 * A kind of work that outlives requests.
 *
 * <p>A job is leased by one server at a time; the lease is renewed while the job runs, and when a server dies another one
 * takes the job over after the lease has ended. So a job may run more than once and must check what is already done.
 *
 * @param topic       unique name, such as {@code "transcription.run"}
 * @param concurrency how many run at once in one server, at least 1
 * @param attempts    how often it is tried before it is given up, at least 1
 * @param backoff     wait after the first failure, doubled after each further one
 * @param runner      does the work
 */
public record JobType(String topic, int concurrency, int attempts, Duration backoff, JobRunner runner) {}
