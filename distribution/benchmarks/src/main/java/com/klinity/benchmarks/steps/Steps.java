package com.klinity.benchmarks.steps;

import com.klinity.benchmarks.load.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a request apart: what only computes in timing loops, what the database does by leaving steps out. */
public final class Steps {

    private static final String SERVER = "server";
    private static final String POSTGRES = "postgres";

    private final Map<String, Sample> samples;
    private final List<Step> steps = new ArrayList<>();

    /**
     * From samples of pgbench's scripts, of Helidon alone and of the server.
     *
     * @param samples by the names that {@link StepScripts} gives them
     */
    public Steps(Map<String, Sample> samples) {
        this.samples = samples;
    }

    /** All of them; the last ones are the whole request and what of it no step explains. */
    public List<Step> of(String token, String jwks) {
        Map<String, Double> tokens = new TokenStep(token, jwks).micros();
        tokens.forEach((name, micros) -> steps.add(new Step(name, micros, 0)));
        double json = JsonStep.micros();
        steps.add(new Step("JSON", json, 0));
        double http = cpu(StepScripts.BARE, SERVER);
        steps.add(new Step("HTTP (Helidon alone)", http, 0));
        difference("transaction (begin, rollback)", StepScripts.NOTHING, "");
        difference("enter", StepScripts.ENTERED, StepScripts.NOTHING);
        difference("read", StepScripts.READ, StepScripts.ENTERED);
        difference("append", StepScripts.APPENDED, StepScripts.READ);
        difference("durable commit instead of rollback", StepScripts.COMMITTED, StepScripts.APPENDED);
        double server = cpu(StepScripts.WHOLE, SERVER);
        double database = cpu(StepScripts.WHOLE, POSTGRES);
        double explained = tokens.values().iterator().next() + json + http;
        steps.add(new Step("the rest: pipeline, JDBC, waiting, JIT, GC", server - explained, database - sql()));
        steps.add(new Step("whole request", server, database));
        return steps;
    }

    private double sql() {
        return cpu(StepScripts.COMMITTED, POSTGRES);
    }

    private void difference(String name, String with, String without) {
        double less = without.isEmpty() ? 0 : cpu(without, POSTGRES);
        steps.add(new Step(name, 0, cpu(with, POSTGRES) - less));
    }

    private double cpu(String sample, String process) {
        Sample taken = Objects.requireNonNull(samples.get(sample), sample);
        return Objects.requireNonNull(taken.cpuMicros().get(process), process);
    }
}
